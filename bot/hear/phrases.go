package hear

// ReporterWords are how reporters introduce themselves.
const ReporterWords = "toi la phong vien|em la phong vien|phong vien bao|phong vien dai|phong vien tap chi|bao toi|bao em|toa soan|pvtt|nha bao cua"

// Signs that a report cannot wait, and that its sender is afraid.
const (
	SignsOfScam  = "lua|lua dao|chuyen tien|chuyen khoan|dat coc|tien ao|otp|gia danh|mao danh|gia mao"
	SignsOfPanic = "hoang mang|bat coc|vo dap|khung bo|no bom|chet nguoi|dich benh|tre em|hoang loan|so hai|gay roi"
	SignsOfFear  = "an danh|giau ten|khong lo danh tinh|tra thu|giu bi mat|giu kin|khong neu ten|dung noi ten"
)
