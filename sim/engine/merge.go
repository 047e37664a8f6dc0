package engine

import (
	"context"
	"fmt"
)

// A merging hands blocks out and merges what comes back.
type merging[T any] struct {
	job     *Job[T]
	ahead   int // most blocks that are handed out or wait
	todo    chan<- int
	done    <-chan outcome[T]
	waiting map[int]outcome[T]

	next   int // block to be merged
	handed int // blocks below are restored, handed out, or merged

	keepFailed bool
}

// run merges the outcomes in order as they come.
func (m *merging[T]) run(ctx context.Context) error {
	for m.next < m.job.Blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		m.handOut()
		if _, ok := m.waiting[m.next]; !ok {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case o := <-m.done:
				if err := m.keep(o); err != nil {
					return err
				}
				m.waiting[o.block] = o
			}
		}
		if o, ok := m.waiting[m.next]; ok {
			if err := m.merge(o); err != nil {
				return err
			}
		}
	}
	return nil
}

// handOut restores or hands out blocks as far ahead as results may wait.
func (m *merging[T]) handOut() {
	for ; m.handed < m.job.Blocks && m.handed-m.next < m.ahead; m.handed++ {
		if m.job.Restore != nil {
			result, ok, err := m.job.Restore(m.handed)
			if ok || err != nil {
				m.waiting[m.handed] = outcome[T]{m.handed, result, err}
				continue
			}
		}
		m.todo <- m.handed
	}
}

// merge merges the outcome of the next block.
func (m *merging[T]) merge(o outcome[T]) error {
	delete(m.waiting, m.next)
	if o.err != nil {
		return o.err
	}
	if err := m.job.Merge(m.next, o.result); err != nil {
		return err
	}
	m.next++
	if m.job.Progress != nil {
		m.job.Progress(m.next, m.job.Blocks)
	}
	return nil
}

// keep keeps what a worker computed.
func (m *merging[T]) keep(o outcome[T]) error {
	if m.job.Keep == nil || o.err != nil {
		return nil
	}
	err := m.job.Keep(o.block, o.result)
	m.keepFailed = err != nil
	return err
}

// keepRest keeps what came back after the merging ended, with this error.
func (m *merging[T]) keepRest(err error) error {
	for o := range m.done {
		if m.keepFailed {
			break
		}
		if lost := m.keep(o); lost != nil {
			err = fmt.Errorf("%w; and what was computed meanwhile is not kept: %w", err, lost)
		}
	}
	return err
}
