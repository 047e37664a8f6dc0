package journal

import (
	"encoding/binary"
	"hash/crc32"
	"io"
)

// A record is the block's number, the length of its payload, the payload, and
// the checksum of all that; numbers are 32 bits, the least byte first.
const (
	recordHead     = 8
	sumSize        = 4
	recordOverhead = recordHead + sumSize
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(data []byte) uint32 { return crc32.Checksum(data, castagnoli) }

// appendRecord appends a record to buf.
func appendRecord(buf []byte, block int, payload []byte) []byte {
	buf = binary.LittleEndian.AppendUint32(buf, uint32(block))
	buf = binary.LittleEndian.AppendUint32(buf, uint32(len(payload)))
	buf = append(buf, payload...)
	return binary.LittleEndian.AppendUint32(buf, checksum(buf))
}

// readRecord reads over a record that may take at most left bytes, without
// holding its payload, and says whether it is whole.
func readRecord(r io.Reader, left int64) (block, length int, whole bool, err error) {
	if left < recordOverhead {
		return 0, 0, false, nil
	}
	var head [recordHead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, 0, false, err
	}
	number, size := binary.LittleEndian.Uint32(head[:]), binary.LittleEndian.Uint32(head[4:])
	if int64(size) > left-recordOverhead {
		return 0, 0, false, nil
	}
	sum := crc32.New(castagnoli)
	sum.Write(head[:])
	if _, err := io.CopyN(sum, r, int64(size)); err != nil {
		return 0, 0, false, err
	}
	var written [sumSize]byte
	if _, err := io.ReadFull(r, written[:]); err != nil {
		return 0, 0, false, err
	}
	return int(number), int(size), binary.LittleEndian.Uint32(written[:]) == sum.Sum32(), nil
}
