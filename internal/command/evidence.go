package command

import (
	"errors"
	"fmt"
	"os"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/pack"
)

// errNotWhole ends a check that found something wrong, which was printed.
var errNotWhole = errors.New("the pack is not whole as it was made")

// Evidence checks an evidence pack. It opens nothing but the file: neither configuration
// nor database is needed.
func Evidence(args []string, out Output) error {
	if len(args) != 2 || args[0] != "verify" {
		return ErrUsage
	}
	f, err := os.Open(args[1])
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	r, err := pack.Verify(f, info.Size())
	if err != nil {
		return err
	}
	fmt.Fprintf(out.Stdout, "SHA-256 của tệp: %s\n", r.SHA256)
	if len(r.Problems) > 0 {
		for _, p := range r.Problems {
			fmt.Fprintln(out.Stdout, "SAI: "+p)
		}
		return errNotWhole
	}
	fmt.Fprintf(out.Stdout, "Vụ việc %s, tình trạng đến %s, lập cho: %q\n", r.Facts.Case, r.Facts.AsOf.In(calendar.Zone).Format("15:04:05 02/01/2006"), r.Facts.For)
	fmt.Fprintf(out.Stdout, "Nguyên vẹn: %d tệp, %d ảnh, %d báo tin, %d bản ghi kiểm toán (%d chỗ ngắt)\n", r.Files+1, r.Captures, r.Reports, r.Records, r.Gaps)
	if r.Identities {
		fmt.Fprintln(out.Stdout, "Hồ sơ có danh tính người báo tin.")
	}
	fmt.Fprintln(out.Stdout, "Đối chiếu SHA-256 của tệp với số ghi trong công văn hoặc biên bản giao hồ sơ.")
	return nil
}
