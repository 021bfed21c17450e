# A terminal that shows ASCII only is too coarse for a code: it says so, and the letter can be read all the same.
size 120x35
book calls
charset ascii
set belronde.name "Vandenberghe Papier"
set belronde.iban "BE71 0961 2345 6769"
set mail.command "true"

keys F text:ardennes
keys <Enter> M
screen
---
#DESK Letter: Friendly reminder                                  aline@ardennes.example   FR   1004   template reminder
 Hotel des Ardennes SA
 A l'attention de Aline Lefevre
 Marche

 24 fevrier 2026

 Objet : Un mot a propos de votre facture 2025-1340

 Bonjour Aline Lefevre,

 En verifiant nos comptes, j'ai vu que une facture n'est pas encore payee. Il
 s'agit de 2 310,45 EUR.

 Vous avez paye entre-temps ? Merci beaucoup, vous n'avez plus rien a faire.

   Facture    Date        Echeance    Jours de retard  Solde ouvert
   ----------------------------------------------------------------
   2025-1340  17/12/2025  16/01/2026               39    2 310,45 EUR

 Le plus rapide : payer 2 310,45 EUR avec le code QR, dans l'application de votre
 banque. Un virement convient aussi :

   A payer        2 310,45 EUR
   Beneficiaire   Vandenberghe Papier
   Compte         BE71 0961 2345 6769
   Communication  1004 2025-1340

 Une erreur s'est glissee quelque part, ou le moment est mal choisi ?
 Dites-le-moi, et nous verrons ce qui est possible.

 Bien a vous
 An
Ready, not sent.  This terminal shows ASCII only, too coarse for a telephone: the code is on paper and in the mail.
 Enter send  E own line  M other template  V QR  > way  < language  Ctrl-P print  Y copy  PgDn more  Esc back  ? help
---
keys V
row too coarse for a telephone
