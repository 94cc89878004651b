package paper

import (
	"strconv"
	"strings"
)

// Numeral writes n as Word does in a format; formats of other scripts come out
// in digits.
func Numeral(format string, n int) string {
	switch format {
	case "none":
		return "" // the words around it stay: "Ghi chú:"
	case "lowerLetter":
		return letterCount(n)
	case "upperLetter":
		return strings.ToUpper(letterCount(n))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letterCount is a … z, aa … zz, as Word counts.
func letterCount(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 10))
}

func roman(n int) string {
	var b strings.Builder
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	letters := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	n = min(n, 3999)
	for i, value := range values {
		for ; n >= value; n -= value {
			b.WriteString(letters[i])
		}
	}
	return b.String()
}
