# The calls of that afternoon, and what came of them: a plan that waits for a supervisor's yes, one that is kept, one that
# was cancelled; disputes that wait for an answer, that were answered, that are over.
. "${0%/*}/calls.sh"
printf '[plans]\napproval_above = 2000\nsupervisors = An\n' >"$folder/plans.ini"
chmod 600 "$folder/plans.ini"
at 02-20T09:10 Jo --config "$folder/plans.ini" log 1004 plan parts=600 first=2/3 every=month down=200 falls_due=yes --note 'season starts in April'
at 02-20T10:30 Jo log 1010 plan parts=3 first=27/2 every=two_weeks
at 02-20T15:00 Jo log 1013 plan parts=2 first=23/2 every=week
at 02-23T16:20 Jo log 1013 plan_end how=cancelled why='wants to pay at once'
at 02-20T11:00 Jo log 1005 dispute invoice=2025-1206 reason=goods disputed=750 what='two pallets were wet' owner=An
at 02-20T11:20 Jo log 1003 dispute invoice=2025-1290 reason=quantity disputed=400 what='40 tiles short' owner=Jo
at 02-23T09:30 Jo log 1003 dispute_answer invoice=2025-1290 how=partly credit=250 by=3/3 words='25 tiles were short, 15 came on Tuesday'
