package paper

import "regexp"

// HeadLines is how many lines a letterhead and title take at most.
const HeadLines = 40

// The pieces of a document's number: 123/TB-SYT, 12/2026/QĐ-UBND, 45-TB/TU;
// many leave spaces at its dashes.
const (
	digits    = `\d[\d.]*[a-zđ]?(?:\s*/\s*\d{4})?`
	slash     = `\s*[-–—/]\s*`
	thenPlace = `(?:\s+\p{Lu}[\p{L}. -]{1,40},\s*ngày .*)?`
)

// What tells a letterhead, a signature and a drawn line.
var (
	NumberLine = regexp.MustCompile(`^(?i:số)\s*[:.]?\s*(` + digits + slash + `[\p{Lu}\d][\p{L}\d&.]*(?:` + slash + `[\p{L}\d&.]+)*)` + thenPlace + `$`)
	DateLine   = regexp.MustCompile(`^(?:Số.{0,60}\s)?\p{Lu}[\p{L}. -]{1,40},\s*[Nn]gày\s+(\d{1,2})(?:\s*tháng\s*|\s*/\s*)(\d{1,2})(?:,?\s*năm\s*|\s*/\s*)(\d{4})\s*\.?$`)
	Motto      = regexp.MustCompile(`(?i)^(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA(?: VIỆT(?: NAM)?)?$|CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?:VIỆT )?NAM$|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)`)
	Rule       = regexp.MustCompile(`^[\s_*\-–—=.·•oO0]{3,}$`)
	Receivers  = regexp.MustCompile(`(?i)^(?:\*\s*)?Nơi nhận\s*(?::\s*(.*))?$`)
)
