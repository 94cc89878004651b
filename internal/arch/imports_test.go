// Package arch holds the house to its plan: who may import whom, and through
// which package each outside library is seen.
package arch

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "phatngon"

// allowed says what a package of ours may import of ours. A package that is
// not listed may import nothing of ours; "*" is everything.
var allowed = map[string][]string{
	".":                           {"*"},
	"knowledge/answer":            {"knowledge/answer/...", "knowledge/lang", "knowledge/markdown", "knowledge/search", "knowledge/statement", "knowledge/verify"},
	"knowledge/answer/message":    {"knowledge/lang", "knowledge/search"},
	"knowledge/answer/bearing":    {"knowledge/answer/message", "knowledge/lang", "knowledge/search", "knowledge/statement"},
	"knowledge/answer/quotable":   {"knowledge/answer/bearing", "knowledge/lang", "knowledge/search", "knowledge/verify"},
	"knowledge/answer/hinting":    {"knowledge/answer/bearing", "knowledge/answer/message", "knowledge/answer/quotable", "knowledge/data", "knowledge/search", "knowledge/statement"},
	"knowledge/answer/corpus":     {"knowledge/answer/bearing", "knowledge/answer/hinting", "knowledge/answer/quotable", "knowledge/lang", "knowledge/search", "knowledge/statement", "knowledge/verify"},
	"knowledge/answer/slots":      {"knowledge/lang", "knowledge/search"},
	"knowledge/golden":            {"knowledge/statement"},
	"knowledge/importer":          {"knowledge/importer/pdf", "knowledge/lang", "knowledge/markdown", "knowledge/statement", "knowledge/importer/..."},
	"knowledge/lang":              {"knowledge/data"},
	"knowledge/propose":           {"knowledge/data", "knowledge/lang", "knowledge/markdown", "knowledge/statement"},
	"knowledge/tools/hints":       {"knowledge/answer", "knowledge/answer/hinting", "knowledge/golden", "knowledge/propose", "knowledge/samples", "knowledge/statement"},
	"knowledge/samples":           {"knowledge/statement"},
	"knowledge/search":            {"knowledge/data", "knowledge/lang", "knowledge/search/spelling"},
	"knowledge/search/spelling":   {"knowledge/data", "knowledge/lang"},
	"knowledge/statement":         {"knowledge/lang"},
	"knowledge/verify":            {"knowledge/lang", "knowledge/markdown"},
	"knowledge/tools/eval":        {"knowledge/answer", "knowledge/golden", "knowledge/search", "knowledge/statement", "knowledge/tools/figures"},
	"knowledge/tools/train":       {"knowledge/answer", "knowledge/answer/corpus", "knowledge/golden", "knowledge/lang", "knowledge/samples", "knowledge/search", "knowledge/statement", "knowledge/tools/eval"},
	"bot":                         {"bot/check", "bot/hear", "bot/press", "bot/report", "bot/status", "bot/step", "bot/words", "knowledge/answer", "knowledge/statement", "internal/desk/...", "bot/talk", "bot/rights"},
	"bot/hear":                    {"knowledge/lang", "internal/desk/..."},
	"bot/check":                   {"bot/report", "bot/words", "internal/desk/...", "knowledge/answer", "knowledge/answer/quotable", "knowledge/lang", "knowledge/markdown", "knowledge/statement", "knowledge/verify"},
	"bot/report":                  {"bot/hear", "bot/step", "bot/words", "internal/desk/...", "knowledge/answer", "knowledge/markdown"},
	"bot/status":                  {"bot/hear", "bot/report", "bot/step", "bot/words", "internal/desk/..."},
	"bot/step":                    {"bot/hear", "bot/words", "knowledge/answer", "knowledge/statement", "internal/desk/..."},
	"bot/words":                   {"bot/hear", "knowledge/answer", "knowledge/markdown", "knowledge/statement", "internal/desk/..."},
	"internal/desk/routing":       {"internal/desk"},
	"internal/desk/people":        {"internal/desk", "internal/desk/routing"},
	"internal/desk/calendar":      {"internal/desk"},
	"internal/desk/channels":      {"internal/desk/routing", "internal/desk/same/link"},
	"internal/desk/policy":        {"internal/desk", "internal/desk/calendar", "internal/desk/channels", "internal/desk/people", "internal/desk/routing", "knowledge/lang"},
	"internal/desk/leak":          {"internal/desk/privacy", "internal/desk/same/picture"},
	"internal/desk/life":          {"internal/desk"},
	"internal/desk/delivery":      {"internal/desk", "internal/desk/life"},
	"internal/desk/cases":         {"internal/desk", "internal/desk/authorship", "internal/desk/calendar", "internal/desk/code", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/policy", "internal/desk/routing"},
	"internal/desk/same":          {"internal/desk/cases", "internal/desk/same/...", "knowledge/verify"},
	"internal/desk/pack":          {"internal/desk", "internal/desk/calendar"},
	"internal/desk/same/text":     {"knowledge/lang"},
	"internal/desk/handover":      {"internal/desk", "internal/desk/calendar", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/policy", "internal/desk/routing"},
	"internal/desk/chat":          {"internal/desk/effect"},
	"internal/desk/press":         {"internal/desk", "internal/desk/calendar", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/policy", "knowledge/lang", "knowledge/statement"},
	"internal/desk/request":       {"internal/desk", "internal/desk/privacy", "internal/desk/authorship", "internal/desk/code", "internal/desk/effect", "internal/desk/leak", "internal/desk/life", "internal/desk/calendar", "internal/desk/people", "internal/desk/policy", "internal/desk/routing"},
	"internal/desk/publication":   {"internal/desk", "internal/desk/authorship", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/privacy", "internal/desk/request", "knowledge/statement"},
	"internal/store":              {"knowledge/answer", "knowledge/lang", "knowledge/statement", "internal/desk/...", "internal/store/auditlog", "internal/store/casefile", "internal/store/engine", "internal/store/items", "internal/store/pressfile", "internal/store/setting", "internal/store/statfile", "internal/store/table", "internal/store/claimfile", "internal/store/gapfile", "internal/store/verdictfile"},
	"internal/store/engine":       {"internal/desk"},
	"internal/store/table":        {"internal/desk", "internal/desk/effect", "internal/store/engine"},
	"internal/store/casefile":     {"internal/desk", "internal/desk/cases", "internal/desk/effect", "internal/desk/privacy", "internal/store/engine", "internal/store/table"},
	"internal/store/pressfile":    {"internal/desk/press", "internal/store/engine", "internal/store/table"},
	"internal/store/setting":      {"internal/store/engine", "internal/store/table"},
	"internal/store/items":        {"internal/desk", "internal/store/engine", "internal/store/table"},
	"internal/store/auditlog":     {"internal/desk", "internal/store/engine", "internal/store/setting", "internal/store/table"},
	"internal/queue":              {"internal/store", "internal/desk/..."},
	"internal/store/storetest":    {"internal/desk", "internal/store"},
	"internal/llm":                {"internal/desk/privacy"},
	"internal/desk/remind":        {"internal/desk", "internal/desk/calendar", "internal/desk/people", "internal/desk/request", "internal/desk/routing", "internal/desk/policy", "internal/desk/rights"},
	"internal/flow/notices":       {"internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/mail", "internal/queue", "internal/store"},
	"internal/flow":               {"knowledge/answer", "knowledge/statement", "internal/desk/...", "internal/flow/...", "internal/llm", "internal/mail", "internal/queue/...", "internal/store", "internal/zalo", "internal/zalo/photo"},
	"internal/flow/cases":         {"bot/...", "knowledge/statement", "internal/desk/...", "internal/flow/effects", "internal/store", "internal/flow/matching", "internal/flow/telling"},
	"internal/flow/press":         {"bot/...", "knowledge/statement", "internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/queue", "internal/store", "internal/zalo/photo"},
	"internal/admin/press":        {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"bot/press":                   {"bot/hear", "bot/step", "bot/words", "internal/desk/...", "knowledge/statement"},
	"internal/flow/effects":       {"internal/desk/...", "internal/store"},
	"internal/flow/rules":         {"internal/desk/...", "internal/flow/effects", "internal/store"},
	"internal/flow/delivery":      {"bot/...", "internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/queue/...", "internal/store", "internal/zalo", "internal/zalo/webhook"},
	"internal/flow/requests":      {"bot/...", "knowledge/statement", "internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/store"},
	"internal/flow/attachments":   {"bot/words", "internal/desk/...", "internal/flow/effects", "internal/flow/requests", "internal/queue", "internal/store", "internal/zalo/photo"},
	"internal/flow/handovers":     {"bot/...", "internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/store"},
	"internal/flow/statements":    {"bot/...", "knowledge/answer", "knowledge/statement", "internal/desk/...", "internal/flow/effects", "internal/queue", "internal/store"},
	"internal/flow/askings":       {"knowledge/answer", "knowledge/lang", "knowledge/propose", "knowledge/statement", "internal/desk/...", "internal/flow/effects", "internal/llm", "internal/store", "knowledge/golden"},
	"internal/flow/index":         {"knowledge/answer", "knowledge/statement", "internal/desk/...", "internal/llm", "internal/store"},
	"internal/flow/pointer":       {"internal/llm", "knowledge/answer", "knowledge/statement"},
	"internal/flow/access":        {"internal/desk/...", "internal/flow/effects", "internal/limits", "internal/store", "internal/zalo", "internal/zalo/webhook", "bot/words", "internal/flow/password", "internal/flow/second"},
	"internal/flow/inbound":       {"bot/...", "knowledge/answer", "internal/desk/...", "internal/flow/access", "internal/flow/askings", "internal/flow/attachments", "internal/flow/cases", "internal/flow/delivery", "internal/flow/effects", "internal/flow/index", "internal/flow/notices", "internal/flow/pointer", "internal/flow/press", "internal/flow/rules", "internal/flow/statements", "internal/queue", "internal/store", "internal/zalo", "internal/zalo/webhook", "internal/flow/telling", "internal/flow/invitations"},
	"internal/edge":               {"knowledge/markdown", "internal/desk", "internal/desk/calendar"},
	"internal/edge/edgetest":      {"internal/edge"},
	"internal/web":                {"bot/...", "knowledge/answer", "knowledge/lang", "knowledge/markdown", "knowledge/statement", "knowledge/verify", "internal/desk/...", "internal/edge", "internal/edge/style", "internal/flow", "internal/flow/...", "internal/limits", "internal/queue/...", "internal/store", "internal/web/...", "internal/zalo", "internal/zalo/webhook"},
	"internal/web/doors":          {"internal/edge", "internal/limits", "internal/web/problem", "internal/zalo", "internal/zalo/webhook"},
	"internal/web/feed":           {"bot/words", "internal/desk/calendar", "knowledge/markdown", "knowledge/statement"},
	"internal/web/metrics":        {"internal/backup", "internal/flow", "internal/flow/pointer", "internal/queue/...", "internal/store"},
	"internal/web/problem":        {"internal/desk", "internal/edge", "internal/zalo", "internal/zalo/webhook"},
	"internal/web/shape":          {"internal/web/problem"},
	"internal/admin":              {"internal/admin/...", "internal/desk/...", "internal/flow", "internal/queue", "internal/store"},
	"internal/admin/labels":       {"knowledge/lang", "knowledge/statement", "internal/desk/..."},
	"internal/admin/door":         {"knowledge/markdown", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/edge/style", "internal/flow", "internal/queue/budget", "internal/store"},
	"internal/admin/help":         {"internal/admin/door", "internal/desk", "internal/desk/people"},
	"internal/admin/home":         {"internal/admin/door", "internal/desk/people", "internal/desk/request", "internal/edge", "internal/flow", "internal/store"},
	"internal/admin/cases":        {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store", "internal/flow/cases"},
	"internal/admin/requests":     {"knowledge/statement", "internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"internal/admin/statements":   {"bot/words", "internal/llm", "knowledge/answer", "knowledge/importer", "knowledge/markdown", "knowledge/statement", "internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"internal/desk/statistics":    {"internal/desk", "internal/desk/calendar", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/policy", "internal/desk/request", "internal/desk/routing"},
	"internal/store/statfile":     {"internal/desk", "internal/desk/effect", "internal/desk/statistics", "internal/store/engine", "internal/store/table"},
	"internal/flow/statistics":    {"internal/desk/...", "internal/flow/effects", "internal/store"},
	"internal/admin/statistics":   {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/store"},
	"internal/admin/answers":      {"knowledge/answer", "knowledge/answer/slots", "knowledge/statement", "internal/admin/door", "internal/admin/labels", "knowledge/markdown", "internal/desk", "internal/desk/gap", "internal/desk/people", "internal/desk/routing", "internal/desk/verdict", "internal/flow", "internal/flow/askings", "internal/store", "internal/desk/policy"},
	"internal/admin/attachments":  {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"internal/admin/handovers":    {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/flow", "internal/flow/...", "internal/store"},
	"internal/admin/people":       {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"internal/admin/settings":     {"internal/backup", "bot/words", "internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/queue/...", "internal/store"},
	"internal/admin/admintest":    {"knowledge/answer", "knowledge/statement", "internal/admin", "internal/desk/...", "internal/flow", "internal/flow/...", "internal/queue", "internal/store", "internal/zalo", "internal/zalo/zalotest"},
	"internal/zalo/zalotest":      {"internal/zalo", "internal/zalo/webhook"},
	"internal/zalo":               {"internal/zalo/wire"},
	"internal/zalo/webhook":       {"internal/zalo/wire"},
	"internal/command":            {"internal/backup", "knowledge/answer", "knowledge/importer", "knowledge/propose", "knowledge/samples", "knowledge/statement", "knowledge/tools/eval", "knowledge/tools/figures", "internal/desk/...", "internal/flow", "internal/flow/...", "internal/store", "internal/zalo/zalotest"},
	"internal/backup":             {"internal/desk/calendar", "internal/store"},
	"internal/demo":               {"internal/desk/...", "internal/flow", "internal/flow/...", "internal/zalo", "internal/zalo/webhook", "internal/zalo/zalotest"},
	"knowledge/importer/docx":     {"knowledge/importer/ooxml", "knowledge/importer/paper", "knowledge/importer/webpage", "knowledge/statement", "knowledge/importer/symbol"},
	"knowledge/importer/feed":     {"knowledge/importer/letter", "knowledge/importer/ooxml", "knowledge/importer/paper", "knowledge/importer/webpage", "knowledge/statement"},
	"knowledge/importer/layout":   {"knowledge/importer/paper", "knowledge/importer/pdf"},
	"knowledge/importer/pdf":      {"knowledge/importer/pdf/font", "knowledge/importer/pdf/object"},
	"knowledge/importer/pdf/font": {"knowledge/importer/pdf/object", "knowledge/importer/symbol"},
	"knowledge/importer/letter":   {"knowledge/importer/paper", "knowledge/statement"},
	"knowledge/importer/ooxml":    {"knowledge/importer/paper"},
	"knowledge/importer/paper":    {"knowledge/markdown", "knowledge/statement"},
	"knowledge/importer/sheet":    {"knowledge/importer/letter", "knowledge/importer/ooxml", "knowledge/importer/paper", "knowledge/importer/webpage", "knowledge/statement", "knowledge/importer/symbol"},
	"knowledge/importer/webpage":  {"knowledge/importer/paper", "knowledge/statement", "knowledge/importer/webpage/css"},
	"knowledge/tools/variants":    {"knowledge/importer", "knowledge/markdown"},
	"bot/talk":                    {"bot/words", "knowledge/answer", "internal/desk/..."},

	"internal/desk/same/question":    {"knowledge/lang"},
	"internal/desk/rights":           {"internal/desk", "internal/desk/calendar", "internal/desk/code", "internal/desk/effect", "internal/desk/life", "internal/desk/people", "internal/desk/policy", "internal/desk/privacy"},
	"internal/store/claimfile":       {"internal/desk/rights", "internal/store/engine", "internal/store/table"},
	"internal/flow/rights":           {"bot/...", "internal/desk/...", "internal/flow/effects", "internal/flow/rules", "internal/store"},
	"internal/admin/rights":          {"internal/admin/door", "internal/admin/labels", "internal/desk/...", "internal/edge", "internal/flow", "internal/flow/...", "internal/store"},
	"bot/rights":                     {"bot/hear", "bot/step", "bot/words", "internal/desk/..."},
	"internal/admin/live":            {"internal/admin/door", "internal/admin/labels", "internal/desk/request", "internal/flow/access", "internal/store"},
	"internal/desk/verdict":          {"internal/desk", "internal/desk/effect", "internal/desk/life", "internal/desk/people"},
	"internal/desk/gap":              {"internal/desk/same/question", "knowledge/statement"},
	"internal/store/gapfile":         {"internal/desk", "internal/desk/gap", "internal/store/engine", "internal/store/table"},
	"internal/store/verdictfile":     {"internal/desk", "internal/desk/effect", "internal/desk/verdict", "internal/store/engine", "internal/store/table"},
	"internal/flow/matching":         {"internal/desk/...", "internal/store", "internal/zalo/photo"},
	"internal/flow/telling":          {"internal/flow/rules", "internal/desk/policy", "bot/report", "internal/desk/...", "internal/flow/matching", "internal/queue"},
	"knowledge/importer/webpage/css": {"knowledge/importer/paper"},
	"internal/flow/second":           {"internal/desk", "internal/desk/effect", "internal/desk/people", "internal/flow/effects", "internal/store"},
	"internal/flow/oidc":             {"internal/desk", "internal/desk/people", "internal/flow/access", "internal/limits", "internal/store"},
	"rsc.io/qr":                      {"internal/admin/people"},
	"internal/flow/invitations":      {"internal/desk", "internal/desk/calendar", "internal/desk/people", "internal/flow/access", "internal/flow/rules", "internal/limits", "internal/mail", "internal/queue", "internal/store"},
}

// doors are the packages through which an outside library is seen.
var doors = map[string][]string{
	"github.com/gofiber/":         {".", "internal/edge", "internal/web", "internal/web/doors", "internal/web/metrics", "internal/web/problem", "internal/admin", "internal/admin/door", "internal/admin/admintest"},
	"go.mongodb.org/mongo-driver": {"internal/store/engine", "internal/store/table", "internal/store/storetest"},
	"modernc.org/sqlite":          {"internal/store/engine"},
	"github.com/sashabaranov/":    {"internal/llm"},
	"database/sql":                {"internal/store/engine"},
	"github.com/xuri/excelize":    {"internal/admin/statistics", "knowledge/importer/sheet"},
	"golang.org/x/net":            {"knowledge/importer/feed", "knowledge/importer/webpage", "internal/desk/same/link", "knowledge/importer/webpage/css"},
	"golang.org/x/image":          {"internal/desk/same/picture"},
	"github.com/wneessen/":        {"internal/mail"},
	"github.com/emersion/":        {"internal/mail/mailtest"},
	"github.com/corona10/":        {"internal/desk/same/picture"},
	"github.com/coreos/":          {"internal/flow/oidc"},
	"golang.org/x/oauth2":         {"internal/flow/oidc"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImportsRunOneWay(t *testing.T) {
	for _, p := range packages(t) {
		name := relative(p.ImportPath)
		for _, imported := range p.Imports {
			if imported == module || strings.HasPrefix(imported, module+"/") {
				if !permitted(name, relative(imported)) {
					t.Errorf("%s must not import %s", name, relative(imported))
				}
				continue
			}
			for library, who := range doors {
				if strings.HasPrefix(imported, library) && !slices.Contains(who, name) {
					t.Errorf("%s must not import %s: only %v may", name, imported, who)
				}
			}
		}
	}
}

// permitted reports whether the table lets name import target; "x/..." is x and
// everything below.
func permitted(name, target string) bool {
	for _, line := range allowed[name] {
		below, isTree := strings.CutSuffix(line, "/...")
		if line == "*" || line == target || isTree && (target == below || strings.HasPrefix(target, below+"/")) {
			return true
		}
	}
	return false
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found %d packages: the test is looking in the wrong place", len(all))
	}
	return all
}

func relative(path string) string {
	if path == module {
		return "."
	}
	return strings.TrimPrefix(path, module+"/")
}
