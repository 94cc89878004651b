package sheet

import (
	"archive/zip"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/symbol"
)

// marks are what a workbook's styles make of a cell.
type marks struct {
	struck, day map[int]bool   // by style
	white       map[int]bool   // letters in white, with nothing behind them
	signs       map[int]string // fonts of signs
	general     map[int]bool   // numbers are shown as they are
	rich        bool           // some cells have words of several looks
}

func marksOf(f *excelize.File, z *zip.Reader) marks {
	m := marks{struck: map[int]bool{}, day: map[int]bool{}, white: map[int]bool{}, signs: map[int]string{}, general: map[int]bool{}, rich: hasRich(z)}
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return m
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	for i, x := range f.Styles.CellXfs.Xf {
		id := 0
		if x.NumFmtID != nil {
			id = *x.NumFmtID
		}
		m.day[i], m.general[i] = isDayFormat(id, codes[id]), id == 0
		if x.FontID != nil && f.Styles.Fonts != nil && *x.FontID >= 0 && *x.FontID < len(f.Styles.Fonts.Font) {
			font := f.Styles.Fonts.Font[*x.FontID]
			m.struck[i] = font.Strike != nil && (font.Strike.Val == nil || *font.Strike.Val)
			white := font.Color != nil && (strings.HasSuffix(strings.ToUpper(font.Color.RGB), "FFFFFF") || font.Color.Theme != nil && *font.Color.Theme == 0 && font.Color.Tint <= 0)
			if font.Name != nil && font.Name.Val != nil && symbol.IsFont(*font.Name.Val) {
				m.signs[i] = *font.Name.Val
			}
			m.white[i] = white && !isFilled(f, x.FillID)
		}
	}
	return m
}

// isFilled reports whether a fill puts something behind letters.
func isFilled(f *excelize.File, id *int) bool {
	if id == nil || f.Styles.Fills == nil || *id < 0 || *id >= len(f.Styles.Fills.Fill) {
		return false
	}
	fill := f.Styles.Fills.Fill[*id]
	pattern := fill.PatternFill
	return fill.GradientFill != nil || pattern != nil && pattern.PatternType != "" && pattern.PatternType != "none" &&
		(pattern.FgColor == nil || !strings.HasSuffix(strings.ToUpper(pattern.FgColor.RGB), "FFFFFF"))
}

// hasRich reports whether a part sets some of a cell's words apart.
func hasRich(z *zip.Reader) bool {
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "haredStrings.xml") && !strings.Contains(f.Name, "worksheets/") {
			continue
		}
		if data, err := ooxml.Part(z, f.Name); err == nil && (strings.Contains(string(data), "<strike") || strings.Contains(string(data), "vertAlign")) {
			return true
		}
	}
	return false
}

// isDayFormat reports whether a format of numbers shows days or times.
func isDayFormat(id int, code string) bool {
	if id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58 {
		return true
	}
	quoted := false
	for i, c := range strings.ToLower(code) {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' && !strings.HasPrefix(code[i:], "[$"):
			return false // a duration or a colour
		case c == 'y' || c == 'd' || c == 'h':
			return true
		}
	}
	return false
}

// dayText is a number of Excel as a day is written here.
func dayText(number string, serial func(float64) (time.Time, error)) (string, bool) {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n < 0 || n > 1e6 {
		return "", false
	}
	t, err := serial(n)
	switch {
	case err != nil:
		return "", false
	case n < 1:
		return t.Format("15:04"), true
	case n == float64(int(n)):
		return t.Format("02/01/2006"), true
	}
	return t.Format("02/01/2006 15:04"), true
}
