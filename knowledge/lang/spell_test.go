package lang

import "testing"

func TestAKeyIsSpeltAsOfficesWriteIt(t *testing.T) {
	for _, word := range []string{
		"một", "hóa", "hoàn", "thủy", "nghiễn", "quý", "quỳnh", "giá", "giữ", "gì", "người", "được", "khuỷu", "ngoại", "xã", "ở", "tiền",
		"bão", "của", "mía", "khuya", "đường", "rượu", "loét", "toàn", "huyện", "yến", "123", "19", "covid", "bao",
	} {
		if got := Spell(Keys(word)[0]); got != word {
			t.Errorf("%s is spelt %s", word, got)
		}
	}
}
