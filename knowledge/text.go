package knowledge

import vietnamese "phatngon/knowledge/text"

// Fold returns s in lower case without diacritics (đ becomes d), for matching.
func Fold(s string) string { return vietnamese.Fold(s) }
