package people

import (
	"strings"
	"testing"
	"time"
)

// TestCodesAreThoseOfRFC6238 holds to appendix B (SHA-1), whose codes have eight digits: ours
// are their last six.
func TestCodesAreThoseOfRFC6238(t *testing.T) {
	secret := []byte("12345678901234567890")
	for at, want := range map[int64]string{59: "94287082", 1111111109: "07081804", 1111111111: "14050471", 1234567890: "89005924", 2000000000: "69279037", 20000000000: "65353130"} {
		if got := Code(secret, CodeStep(time.Unix(at, 0))); got != want[2:] {
			t.Errorf("at %d: %s, want %s", at, got, want[2:])
		}
	}
}

func TestACodeIsTakenOneStepAroundAndNotTwice(t *testing.T) {
	secret, at := []byte("12345678901234567890"), time.Unix(1_800_000_000, 0)
	now := CodeStep(at)
	for name, c := range map[string]struct {
		step, last int64
		want       bool
	}{
		"of now":                         {now, 0, true},
		"of the step before":             {now - 1, 0, true},
		"of the step after":              {now + 1, 0, true},
		"of two steps before":            {now - 2, 0, false},
		"of two steps after":             {now + 2, 0, false},
		"that was taken":                 {now, now, false},
		"before one that was taken":      {now - 1, now, false},
		"after one that was taken":       {now + 1, now, true},
		"of now, another after it taken": {now, now + 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			step, ok := FindStep(secret, Code(secret, c.step), at, c.last)
			if ok != c.want || ok && step != c.step {
				t.Errorf("step %d, %v; want %d, %v", step, ok, c.step, c.want)
			}
		})
	}
}

func TestWhatIsTypedIsDigitsOrARecoveryCode(t *testing.T) {
	for typed, want := range map[string][2]string{
		"123456": {"123456", ""}, " 123 456 ": {"123456", ""}, "123-456": {"123456", ""},
		"abcde-fghjk": {"", "ABCDE-FGHJK"}, "ABCDEFGHJK": {"", "ABCDE-FGHJK"}, "abcde fghjk": {"", "ABCDE-FGHJK"},
		"12345": {}, "1234567": {}, "ABCDE-FGHI0": {}, "": {}, "１２３４５６": {},
	} {
		if digits, recovery := ReadCode(typed); digits != want[0] || recovery != want[1] {
			t.Errorf("%q is %q, %q; want %q", typed, digits, recovery, want)
		}
	}
	if code := RecoveryCode([]byte("0123456789")); len(code) != 11 {
		t.Errorf("a recovery code is %q", code)
	} else if _, read := ReadCode(strings.ToLower(code)); read != code {
		t.Errorf("%q is read as %q", code, read)
	}
}

func TestASecretIsShownForAppsAndForPeople(t *testing.T) {
	secret := []byte("12345678901234567890")
	if got := SecretText(secret); got != "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ" {
		t.Error(got)
	}
	want := "otpauth://totp/Ph%C3%A1t%20Ng%C3%B4n:canbo@th.vn?issuer=Ph%C3%A1t%20Ng%C3%B4n&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	if got := SecretURL(secret, "canbo@th.vn"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
