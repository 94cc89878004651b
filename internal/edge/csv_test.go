package edge

import "testing"

func TestNoCellOfACSVIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+84 912": "'+84 912", "-1+cmd": "'-1+cmd", "@SUM(A1)": "'@SUM(A1)", "-12": "-12", "-1.5": "-1.5", "-": "'-", "\t=1": "'\t=1",
		"Sở Y tế": "Sở Y tế", "": "", "12": "12", "a=1": "a=1",
	} {
		if got := plainCell(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
	want := "\ufeffLúc,Ai\n\"a, \"\"b\"\"\",'=x\n"
	if got := string(CSV([][]string{{"Lúc", "Ai"}, {`a, "b"`, "=x"}})); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
