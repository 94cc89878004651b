package metrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"phatngon/internal/backup"
)

var backupDesc = prometheus.NewDesc("phatngon_backup_age_seconds", "Since the last noted backup of the embedded database; absent when there is none, and with MongoDB.", nil, nil)

func (w *workCollector) collectBackup(ch chan<- prometheus.Metric) {
	folder := w.store.Folder()
	if folder == "" {
		return
	}
	if last, err := backup.Last(folder); err == nil {
		ch <- prometheus.MustNewConstMetric(backupDesc, prometheus.GaugeValue, w.flow.Now().Sub(last.At).Seconds())
	}
}
