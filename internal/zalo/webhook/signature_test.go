package webhook

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
)

type vector struct {
	ID     string  `json:"id"`
	AppID  string  `json:"app_id"`
	Key    string  `json:"oa_secret_key"`
	APIKey string  `json:"api_key"`
	Body   string  `json:"raw_body"`
	Base64 string  `json:"raw_body_base64"`
	Header *string `json:"header"`
	Want   string  `json:"expected_header"`
}

type vectorFile struct {
	OA       []vector `json:"oa_webhook"`
	Negative []vector `json:"oa_webhook_negative"`
	Tolerant []vector `json:"oa_webhook_tolerant"`
	MiniApp  []vector `json:"mini_app_webhook"`
}

func vectors(t testing.TB) vectorFile {
	t.Helper()
	data, err := os.ReadFile("testdata/signature-vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	var f vectorFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	if len(f.OA) == 0 || len(f.Negative) == 0 || len(f.Tolerant) == 0 || len(f.MiniApp) == 0 {
		t.Fatal("the vector file lacks a section")
	}
	return f
}

func TestVerifyVectors(t *testing.T) {
	f := vectors(t)
	for _, v := range f.OA {
		t.Run(v.ID, func(t *testing.T) {
			raw, err := base64.StdEncoding.DecodeString(v.Base64)
			if err != nil {
				t.Fatal(err)
			}
			s := Secrets{AppID: v.AppID, OAKeys: []string{v.Key}}
			if err := s.Verify(raw, v.Want); err != nil {
				t.Errorf("Verify = %v, want accepted", err)
			}
			if err := s.Verify(append(raw, ' '), v.Want); !errors.Is(err, ErrSignature) {
				t.Errorf("Verify of a longer body = %v, want ErrSignature", err)
			}
		})
	}
	for _, v := range f.Negative {
		t.Run(v.ID, func(t *testing.T) {
			header := ""
			if v.Header != nil {
				header = *v.Header
			}
			s := Secrets{AppID: v.AppID, OAKeys: []string{v.Key}}
			if err := s.Verify([]byte(v.Body), header); !errors.Is(err, ErrSignature) {
				t.Errorf("Verify = %v, want ErrSignature", err)
			}
		})
	}
	for _, v := range f.Tolerant {
		t.Run(v.ID, func(t *testing.T) {
			s := Secrets{AppID: f.OA[0].AppID, OAKeys: []string{f.OA[0].Key}}
			if err := s.Verify([]byte(v.Body), *v.Header); err != nil {
				t.Errorf("Verify = %v, want accepted", err)
			}
		})
	}
}

func TestVerifyRules(t *testing.T) {
	const key, app = "key-one", "4102837465019283746"
	body := `{"app_id":"` + app + `","timestamp":"1795053601012"}`
	numeric := `{"app_id":4102837465019283746,"timestamp":1795053601012}`
	mac := func(body, key string) string { return Signature(app, []byte(body), "1795053601012", key) }
	for _, tc := range []struct {
		name   string
		keys   []string
		app    string
		body   string
		header string
		ok     bool
	}{
		{"right", []string{key}, app, body, "mac=" + mac(body, key), true},
		{"upper-case digits", []string{key}, app, body, "mac=" + strings.ToUpper(mac(body, key)), true},
		{"numbers keep all their digits", []string{key}, app, numeric, "mac=" + mac(numeric, key), true},
		{"old key while rotating", []string{"key-two", key}, app, body, "mac=" + mac(body, key), true},
		{"new key while rotating", []string{key, "key-two"}, app, body, "mac=" + mac(body, "key-two"), true},
		{"other app", []string{key}, "1", body, "mac=" + mac(body, key), false},
		{"no key configured", nil, app, body, "mac=" + mac(body, ""), false},
		{"empty key configured", []string{""}, app, body, "mac=" + mac(body, ""), false},
		{"no app configured", []string{key}, "", `{"timestamp":"1"}`, "mac=" + Signature("", []byte(`{"timestamp":"1"}`), "1", key), false},
		{"no timestamp", []string{key}, app, `{"app_id":"` + app + `"}`, "mac=" + Signature(app, []byte(`{"app_id":"`+app+`"}`), "", key), false},
		{"other prefix", []string{key}, app, body, "sha256=" + mac(body, key), false},
		{"prefix without equals sign", []string{key}, app, body, "mac" + mac(body, key), false},
		{"not hex", []string{key}, app, body, "mac=" + strings.Repeat("z", 64), false},
		{"too short", []string{key}, app, body, "mac=" + mac(body, key)[:63], false},
		{"not JSON", []string{key}, app, "app_id", "mac=" + mac("app_id", key), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := Secrets{AppID: tc.app, OAKeys: tc.keys}.Verify([]byte(tc.body), tc.header)
			if tc.ok && err != nil {
				t.Errorf("Verify = %v, want accepted", err)
			}
			if !tc.ok && (!errors.Is(err, ErrSignature) || err.Error() != ErrSignature.Error()) { // it must tell nothing more
				t.Errorf("Verify = %v, want ErrSignature", err)
			}
		})
	}
}

func TestVerifyMiniAppVectors(t *testing.T) {
	for _, v := range vectors(t).MiniApp {
		t.Run(v.ID, func(t *testing.T) {
			if err := VerifyMiniApp([]byte(v.Body), v.Want, v.APIKey); err != nil {
				t.Errorf("VerifyMiniApp = %v, want accepted", err)
			}
			for name, try := range map[string]error{
				"other key":  VerifyMiniApp([]byte(v.Body), v.Want, v.APIKey+"x"),
				"no key":     VerifyMiniApp([]byte(v.Body), v.Want, ""),
				"no header":  VerifyMiniApp([]byte(v.Body), "", v.APIKey),
				"other body": VerifyMiniApp([]byte(strings.Replace(v.Body, `"event":"`, `"event":"x`, 1)), v.Want, v.APIKey),
				"not JSON":   VerifyMiniApp([]byte("null"), v.Want, v.APIKey),
			} {
				if !errors.Is(try, ErrSignature) {
					t.Errorf("%s: VerifyMiniApp = %v, want ErrSignature", name, try)
				}
			}
		})
	}
}

func TestIsProbe(t *testing.T) {
	for body, want := range map[string]bool{
		"": true, "{}": true, " { } \n": true, "{": false, "[]": false, `{"a":1}`: false, "}{": false,
	} {
		if got := IsProbe([]byte(body)); got != want {
			t.Errorf("IsProbe(%q) = %v, want %v", body, got, want)
		}
	}
}

func FuzzVerify(f *testing.F) {
	all := vectors(f)
	for _, v := range all.OA {
		f.Add([]byte(v.Body), v.Want)
	}
	s := Secrets{AppID: all.OA[0].AppID, OAKeys: []string{all.OA[0].Key}}
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		if s.Verify(body, header) != nil {
			return
		}
		// What is accepted is signed: no other body passes with this header.
		if err := s.Verify(append([]byte(" "), body...), header); err == nil {
			t.Errorf("header %q accepted for two bodies", header)
		}
	})
}
