package command

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/pack"
)

func TestEvidenceIsVerifiedFromTheFileAlone(t *testing.T) {
	var data bytes.Buffer
	p := pack.Pack{Facts: pack.Facts{Case: "TG-2026-00001", AsOf: time.Date(2026, 11, 23, 5, 0, 0, 0, time.UTC), For: "Công an tỉnh"}}
	if err := pack.Write(&data, p, nil); err != nil {
		t.Fatal(err)
	}
	whole, cut := filepath.Join(t.TempDir(), "a.zip"), filepath.Join(t.TempDir(), "b.zip")
	for path, body := range map[string][]byte{whole: data.Bytes(), cut: data.Bytes()[1:]} {
		if err := os.WriteFile(path, body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		args []string
		err  error
		says string
	}{
		{[]string{"verify", whole}, nil, "Nguyên vẹn: 5 tệp"},
		{[]string{"verify", cut}, errNotWhole, "SAI: "},
		{[]string{"verify", whole + "x"}, os.ErrNotExist, ""},
		{[]string{"verify"}, ErrUsage, ""},
		{[]string{"seal", whole}, ErrUsage, ""},
	} {
		var out bytes.Buffer
		err := Run(t.Context(), append([]string{"evidence"}, c.args...), Doors{}, Output{&out, &out})
		if !errors.Is(err, c.err) || !strings.Contains(out.String(), c.says) {
			t.Errorf("%v: %v\n%s", c.args, err, out.String())
		}
	}
}
