package link

import (
	"slices"
	"strings"

	"golang.org/x/net/idna"
)

var names = idna.New(idna.MapForLookup(), idna.StrictDomainName(false))

// entrances are labels that lead to the same pages for another device.
var entrances = []string{"www", "m", "mobile", "wap", "amp"}

// suffixes stand second in public suffixes such as "gov.vn": "m.gov.vn" is a name of its own.
var suffixes = strings.Fields("com net org gov edu ac co info name health int pro biz io ai id")

// foldHost is the one spelling of a host with its port and reports whether it is
// one of the web. Only behind a scheme may it be an address in numbers.
func foldHost(authority string, hasScheme bool) (string, bool) {
	host, port, _ := strings.Cut(authority[strings.LastIndex(authority, "@")+1:], ":")
	host, ok := ascii(unescape(host))
	labels := strings.Split(strings.TrimSuffix(host, "."), ".")
	if !ok || port != "" && !isDigits(port, 1) || !isHost(labels, hasScheme) {
		return "", false
	}
	host = strings.Join(foldLabels(labels), ".")
	if port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	return host, true
}

// ascii is the spelling of a host that the network uses. What cannot be spelled
// again was no host.
func ascii(host string) (string, bool) {
	host, err := names.ToASCII(host)
	_, again := names.ToASCII(host)
	return host, err == nil && again == nil
}

// isHost reports whether labels make up a host that ends in a word, so that "1.5"
// and "a.b" stay text, or four numbers where those may be.
func isHost(labels []string, numbersToo bool) bool {
	if len(labels) < 2 || slices.ContainsFunc(labels, isNoLabel) {
		return false
	}
	last := labels[len(labels)-1]
	if isDigits(last, 1) {
		return numbersToo && len(labels) == 4 && isDigits(strings.Join(labels, ""), 4)
	}
	return len(last) > 1
}

func isNoLabel(s string) bool {
	return s == "" || len(s) > 63 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-_") != ""
}

// foldLabels drops entrances before the name that somebody registered.
func foldLabels(labels []string) []string {
	own := len(labels) - 2
	if own > 0 && len(labels[own+1]) == 2 && slices.Contains(suffixes, labels[own]) {
		own--
	}
	var folded []string
	for i, label := range labels {
		if i >= own || !slices.Contains(entrances, label) {
			folded = append(folded, label)
		}
	}
	return folded
}

// under reports whether host is domain or stands below it.
func under(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}
