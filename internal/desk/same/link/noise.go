package link

import (
	"slices"
	"strings"
)

// noise are parameters that say who passed a link on and by which way, on any
// site. "fbclid1" and "FBCLID" are others.
var noise = set(`fbclid gclid dclid gbraid wbraid gad_source gclsrc msclkid twclid ttclid yclid srsltid zarsrc gidzl zl3rd broadcastId
	igshid igsh mibextid mkt_tok gs_l spm cmpid ocid _ga _gl _openstat __twitter_impression Echobox
	fb_action_ids fb_action_types fb_source fb_ref action_object_map action_type_map action_ref_map
	mc_cid mc_eid mc_tc __s __hsfp __hssc __hstc _hsenc _hsmi hsCtaTracking oly_anon_id oly_enc_id vero_id vero_conv
	ml_subscriber ml_subscriber_hash rb_clickid s_cid wickedid os_ehash tracking_source wtrid outputType amp
	utm mtm guccounter guce_referrer guce_referrer_sig`)

// noisy are beginnings of such parameters.
var noisy = []string{"utm_", "mtm_", "ga_", "hmb_", "itm_", "otm_", "vn_", "amp_"}

func isNoise(name string) bool {
	return noise[name] || slices.ContainsFunc(noisy, func(beginning string) bool { return strings.HasPrefix(name, beginning) })
}

// withoutAmp drops the last segment of a page that says it is the one for AMP.
func withoutAmp(path []string) []string {
	if last := len(path) - 1; last > 0 && (path[last] == "amp" || path[last] == "index.amp") {
		return path[:last]
	}
	return path
}

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}
