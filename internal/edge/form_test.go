package edge

import "testing"

func TestCleanGivesTextOneForm(t *testing.T) {
	for name, c := range map[string]struct{ typed, want string }{
		"decomposed marks are composed":     {"Tha\u0301nh Ho\u0301a", "Thánh Hóa"},
		"line ends of Windows are unified":  {"một\r\nhai", "một\nhai"},
		"control characters are dropped":    {"a\x00b\x1bc\td", "abc\td"},
		"broken UTF-8 is replaced":          {"a\xffb", "a\uFFFDb"},
		"space around is dropped":           {"  xã Hoằng Hóa \n", "xã Hoằng Hóa"},
		"words and markup stay as they are": {"<b>**1.000** đồng</b>", "<b>**1.000** đồng</b>"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Clean(c.typed); got != c.want {
				t.Errorf("Clean(%q) = %q, want %q", c.typed, got, c.want)
			}
		})
	}
}
