# The end of the list, the way back, and a filter that does not change what the day still holds.
size 80x24
book calls
keys <F4> text:atlas
keys <Enter>
row done 2/11
keys <Enter> <F8>
row Nobody after this one
keys <F7>
row Nobody before this one
keys G <Enter>
row 1 Queue
row done 3/11
keys <Esc>
row Filter: none
keys <Esc>
row Q leaves
keys Q
ends
