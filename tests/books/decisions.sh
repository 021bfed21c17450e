# The customers of letters.sh, and what was decided about three of them: a delivery stop, a credit limit, a last day to
# pay that has passed.
. "${0%/*}/letters.sh"
at 02-12T09:30 An log 2001 demand deadline=20/2 consequence=supply_stop by=post
at 02-20T09:10 An log 2003 supply_stop why=unpaid
at 02-20T09:20 An log 2004 credit_limit limit=500
