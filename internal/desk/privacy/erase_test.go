package privacy_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/privacy"
)

func TestWhatIsErasedLeavesTheQuestion(t *testing.T) {
	got := privacy.Erase("Tôi là Lê Thị Lan, sđt 0912 345 678, CCCD 038201001234, tôi bị tiểu đường, bao giờ xe khám tới bản Ón?")
	for _, personal := range []string{"Lan", "0912", "038201001234", "tiểu đường"} {
		if strings.Contains(got, personal) {
			t.Errorf("%q stays in %q", personal, got)
		}
	}
	if !strings.HasSuffix(got, "bao giờ xe khám tới bản Ón?") {
		t.Errorf("the question is gone: %q", got)
	}
	if again := privacy.Erase(got); again != got {
		t.Errorf("erased again it is %q", again)
	}
	const impersonal = "Bao giờ có bác sĩ lên bản Ón?"
	if got := privacy.Erase(impersonal); got != impersonal {
		t.Errorf("nothing personal became %q", got)
	}
}
