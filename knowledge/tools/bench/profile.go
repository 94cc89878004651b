package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/pprof"
)

// profiled is work with its CPU profile and the heap's after it written to
// name.cpu and name.heap, when profiles are wanted.
func (p plan) profiled(name string, work func() error) func() error {
	if p.profile == "" {
		return work
	}
	return func() error {
		cpu, err := os.Create(filepath.Join(p.profile, name+".cpu"))
		if err != nil {
			return fmt.Errorf("write a profile: %w", err)
		}
		defer cpu.Close()
		if err := pprof.StartCPUProfile(cpu); err != nil {
			return fmt.Errorf("profile: %w", err)
		}
		err = work()
		pprof.StopCPUProfile()
		if err != nil {
			return err
		}
		return p.writeHeap(name)
	}
}

func (p plan) writeHeap(name string) error {
	f, err := os.Create(filepath.Join(p.profile, name+".heap"))
	if err != nil {
		return fmt.Errorf("write a profile: %w", err)
	}
	defer f.Close()
	return pprof.Lookup("heap").WriteTo(f, 0)
}
