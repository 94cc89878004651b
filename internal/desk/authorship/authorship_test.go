package authorship

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAuthorshipFollowsTheWords(t *testing.T) {
	long := strings.Repeat("mới ", 3000)
	tests := []struct {
		name, authorship, before, after, by string
		want                                []string
	}{
		{"the same words saved again change no author", "thao:4", "số ca là 312", "số  ca\nlà 312", "ky", []string{"thao"}},
		{"a changed word is the changer's", "thao:4", "số ca là 312", "số ca là 320", "ky", []string{"thao", "ky"}},
		{"an added word is the adder's", "thao:3", "không có ca", "không có ca nào", "ky", []string{"thao", "ky"}},
		{"a word taken out at the end counts", "thao:4", "không có ca nào", "không có ca", "ky", []string{"thao", "ky"}},
		{"a word taken out in the middle counts", "thao:4", "sở không cấm chợ", "sở cấm chợ", "ky", []string{"thao", "ky"}},
		{"words taken out beside a change count", "thao:5", "sở không cấm chợ đêm", "sở cấm chợ khuya", "ky", []string{"thao", "ky"}},
		{"a text written anew is the last writer's alone", "thao:4", "số ca là 312", "hiện chưa thống kê", "ky", []string{"ky"}},
		{"an older document names the author of all", "thao", "số ca là 312", "số ca là 312 người", "ky", []string{"thao", "ky"}},
		{"words put back are theirs who put them back", "thao:3 ky:1", "số ca là 320", "số ca là 312", "thao", []string{"thao"}},
		{"an empty text has no author", "thao:1", "có", "", "ky", nil},
		{"too long to compare: all of it is new", "thao:3000", strings.Repeat("cũ ", 3000), long, "ky", []string{"ky"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, By(Edit(tt.authorship, tt.before, tt.after, tt.by))); diff != "" {
				t.Errorf("By (-want +got)\n%s", diff)
			}
		})
	}
}

func TestEveryWordHasOneAuthor(t *testing.T) {
	if got := Edit(Of("một hai ba bốn", "an"), "một hai ba bốn", "một hai rưỡi bốn", "binh"); got != "an:2 binh:1 an:1" {
		t.Errorf("Edit = %q", got)
	}
}

func FuzzEdit(f *testing.F) {
	f.Add("an:2 binh:1", "một hai ba", "một ba", "chi")
	f.Add("", "", "x", "chi")
	f.Add("an:99999999", "a b", "b a b", "chi")
	f.Fuzz(func(t *testing.T, authorship, before, after, by string) {
		if strings.ContainsAny(by, ": \t\n\v\f\r\u0085\u00a0") || by == "" || len(strings.Fields(by)) != 1 {
			return // no id of an officer
		}
		got := Edit(authorship, before, after, by)
		if strings.Join(strings.Fields(before), " ") == strings.Join(strings.Fields(after), " ") {
			if got != authorship {
				t.Fatalf("the same words: %q became %q", authorship, got)
			}
			return
		}
		if words := len(strings.Fields(after)); len(decode(got, words)) != words {
			t.Fatalf("%d words, authors %v", words, decode(got, words))
		}
	})
}

func TestWordsTakenFromAColleagueStayTheirs(t *testing.T) {
	const nine, typed = "một hai ba bốn năm sáu bảy tám chín", "đầu một hai ba bốn năm sáu bảy tám chín cuối"
	for name, c := range map[string]struct {
		authorship, text, typed, want string
	}{
		"a run of them":                  {"an:11", "xin " + nine + " hết", typed, "an:1 binh:9 an:1"},
		"a few are chance":               {"an:8", "một hai ba bốn và năm sáu bảy", typed, "an:8"},
		"a short text as a whole":        {"an:3", "không thu tiền", "không thu tiền", "binh:3"},
		"nothing typed":                  {"an:9", nine, "", "an:9"},
		"what somebody else wrote stays": {"an:4 chi:5", nine, typed, "binh:4 chi:5"},
		"an empty text":                  {"", "", typed, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Credit(c.authorship, c.text, "an", "binh", c.typed); got != c.want {
				t.Errorf("Credit = %q, want %q", got, c.want)
			}
		})
	}
}
