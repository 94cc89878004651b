package bot

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"phatngon/bot/words"
	"phatngon/knowledge/answer"
)

func shared(t *testing.T, name string, cases any) {
	t.Helper()
	data, err := os.ReadFile("../knowledge/testdata/shared/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, cases); err != nil {
		t.Fatal(err)
	}
}

// The Mini App names speakers and days alike: it reads the same files.
func TestSpeakersAndDaysAreNamedAsInTheMiniApp(t *testing.T) {
	var speakers []struct{ Position, Spokesperson, Unit, Said string }
	shared(t, "speaker.json", &speakers)
	for _, c := range speakers {
		if got := words.Speaker(answer.Quote{Position: c.Position, Spokesperson: c.Spokesperson, Unit: c.Unit}); got != c.Said {
			t.Errorf("%s; want %s", got, c.Said)
		}
	}
	var days []struct {
		At  time.Time
		Day string
	}
	shared(t, "days.json", &days)
	for _, c := range days {
		if got := words.Day(c.At); got != c.Day {
			t.Errorf("%v is %s; want %s", c.At, got, c.Day)
		}
	}
	if len(speakers) == 0 || len(days) == 0 {
		t.Error("no cases")
	}
}
