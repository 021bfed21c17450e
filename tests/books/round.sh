# A morning's round: twelve customers, an excuse each.  Built through the real importers and verbs, for the screen
# stories; $BELRONDE is the program, the book lands in its default place below $XDG_DATA_HOME.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/customers.csv" <<'CSV'
customer_number;customer_name;kind;language;country;street;postcode;city;credit_limit;terms_days;contact;role;phone;email;reach
10400;Bakkerij Peerdeman BV;business;nl;BE;Kerkstraat 14;9200;Dendermonde;7500;30;Luc Peerdeman;owner;052 44 18 07;peerdeman@bakkerij.example;
10400;Bakkerij Peerdeman BV;business;nl;BE;Kerkstraat 14;9200;Dendermonde;7500;30;An Wilsens;accounts;052 44 18 09;an@bakkerij.example;mon-thu
10407;Garage Van Dyckel NV;business;nl;BE;Noorderlaan 88;2060;Antwerpen;5000;30;Rita Claessen;accounts;03 771 20 44;rita@garage.example;
10407;Garage Van Dyckel NV;business;nl;BE;Noorderlaan 88;2060;Antwerpen;5000;30;Dirk Van Dyckel;management;03 771 20 45;dirk@garage.example;
10414;De Smedt Dakwerken;business;nl;BE;Stationsstraat 3;9300;Aalst;15000;30;Jos De Smedt;owner;053 21 90 15;jos@dakwerken.example;
10421;Hôtel des Ardennaises SA;business;fr;BE;Rue du Pont 2;6900;Marche;10000;30;Mme Lambert;accounts;084 22 31 60;lambert@hotel.example;
10428;Jansma Transport B.V.;business;nl;NL;Havenweg 9;4811;Breda;20000;30;Piet Jansma;accounts;+31 76 512 33 08;piet@jansma.example;
10435;Crèche Zonnewijzer vzw;business;nl;BE;Parklaan 7;1030;Schaarbeek;2000;30;Katrien Maes;accounts;02 414 66 90;info@zonnewijzer.example;
10442;Wouterse & Zonen;business;nl;BE;Markt 1;3500;Hasselt;5000;30;Els Wouterse;accounts;011 28 73 41;els@wouterse.example;
10449;Apotheek De Waterlelie;business;nl;BE;Dorpsplein 5;9000;Gent;3000;30;Tine Goossens;accounts;09 225 47 12;tine@waterlelie.example;
10456;Stad Meulebrugge;public;nl;BE;Grote Markt 1;2800;Mechelen;;30;Dienst Financiën;accounts;015 29 75 00;financien@meulebrugge.example;
10463;Loodgieter Maesen;business;nl;BE;Veldstraat 22;9100;Sint-Niklaas;2500;30;Kris Maesen;owner;0476 11 02 93;kris@maesen.example;
10470;Frituur 't Hoekske;business;nl;BE;Zeedijk 40;8400;Oostende;2500;30;Nancy D'hondt;owner;050 36 18 22;nancy@hoekske.example;
10477;Bouwgroep Lenssens;business;nl;BE;Industrielaan 6;3960;Bree;12000;30;Peter Vos;accounts;089 41 07 55;peter@lenssens.example;
CSV

cat >"$work/items.csv" <<'CSV'
customer_number;customer_name;invoice_number;item_kind;invoice_date;due_date;amount;open_amount;currency
10400;Bakkerij Peerdeman BV;2025-1312;invoice;2025-12-08;2026-01-07;1850.00;1850.00;EUR
10400;Bakkerij Peerdeman BV;2025-1355;invoice;2025-12-22;2026-01-21;1492.60;1492.60;EUR
10400;Bakkerij Peerdeman BV;2026-0041;invoice;2026-01-12;2026-02-11;1510.00;1510.00;EUR
10407;Garage Van Dyckel NV;2026-0398;invoice;2026-01-07;2026-02-06;980.00;980.00;EUR
10414;De Smedt Dakwerken;2025-1201;invoice;2025-10-25;2025-11-24;9400.11;9400.11;EUR
10414;De Smedt Dakwerken;2025-1290;invoice;2025-11-30;2025-12-30;5200.00;5200.00;EUR
10414;De Smedt Dakwerken;2026-0012;invoice;2026-01-05;2026-02-04;3325.00;3325.00;EUR
10421;Hôtel des Ardennaises SA;2025-1340;invoice;2025-12-17;2026-01-16;1310.45;1310.45;EUR
10421;Hôtel des Ardennaises SA;2026-0020;invoice;2026-01-08;2026-02-07;1000.00;1000.00;EUR
10428;Jansma Transport B.V.;2025-1255;invoice;2025-11-25;2025-12-25;8440.00;8440.00;EUR
10435;Crèche Zonnewijzer vzw;2026-0051;invoice;2026-01-10;2026-02-09;312.50;312.50;EUR
10442;Wouterse & Zonen;2026-0060;invoice;2026-01-21;2026-02-20;1188.00;1188.00;EUR
10449;Apotheek De Waterlelie;2025-1380;invoice;2025-12-29;2026-01-28;500.00;500.00;EUR
10449;Apotheek De Waterlelie;2026-0049;invoice;2026-01-09;2026-02-08;245.20;245.20;EUR
10456;Stad Meulebrugge;2025-1366;invoice;2025-12-23;2026-01-22;21604.90;21604.90;EUR
10463;Loodgieter Maesen;2025-1299;invoice;2025-12-01;2025-12-31;1020.35;1020.35;EUR
10470;Frituur 't Hoekske;2025-1222;invoice;2025-11-15;2025-12-15;2400.00;2400.00;EUR
10477;Bouwgroep Lenssens;2025-1333;invoice;2025-12-12;2026-01-11;6302.00;6302.00;EUR
CSV

at() { "$BELRONDE" --now "$1" --agent An "${@:2}" >"$work/log" 2>&1 || [ $? -eq 1 ] || { cat "$work/log" >&2; exit 1; }; }
log() { at "$1" log "$2" "$3" "${@:4}" --duration 90; }

at 2026-02-02T07:00 import "$work/customers.csv"
at 2026-02-02T07:10 import --full --yes --profile belronde "$work/items.csv"
log 2026-02-10T09:45 10407 no_answer
log 2026-02-12T10:05 10414 promise by=2026-02-18
log 2026-02-17T10:15 10421 cheque number=4471 amount=2310.45 posted=2026-02-16
log 2026-02-18T11:20 10407 away back=2026-02-24
log 2026-02-19T15:40 10400 callback when='2026-02-24 14:00' --note 'asked again for proof of delivery on 1355'
log 2026-02-19T16:00 10456 in_system run=2026-02-27
log 2026-02-20T09:30 10449 lost
log 2026-02-20T10:00 10470 plan parts=4 first=2026-02-24
log 2026-02-23T09:05 10428 promise by=2026-02-27
log 2026-02-23T09:20 10477 dispute reason=price disputed=292.60 what='price of line 3'
log 2026-02-24T09:22 10463 no_answer
