package storetest_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"phatngon/internal/store/storetest"
)

func TestAStoreOnMongoDBNeedsNoServerOfOnesOwn(t *testing.T) {
	if err := storetest.Mongo(t).Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

// Where the stand-in cannot be built there is no program `go` either.
func TestWhatDidNotRunWithoutAServerIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ env, want string }{
		"by itself":    {"MONGODB_TEST_REQUIRED=", "--- SKIP"},
		"by make test": {"MONGODB_TEST_REQUIRED=1", "--- FAIL"},
	} {
		t.Run(name, func(t *testing.T) {
			again := exec.Command(os.Args[0], "-test.v", "-test.run=^TestAStoreOnMongoDBNeedsNoServerOfOnesOwn$")
			again.Env = []string{"PATH=" + t.TempDir(), "MONGODB_TEST_URI=", c.env}
			out, err := again.CombinedOutput()
			if (err != nil) != (c.want == "--- FAIL") {
				t.Errorf("ended with %v", err)
			}
			for _, want := range []string{c.want, "NOT RUN: the tests of this package on MongoDB", "make test"} {
				if !strings.Contains(string(out), want) {
					t.Errorf("printed\n%s\nwithout %q", out, want)
				}
			}
		})
	}
}
