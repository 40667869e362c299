/// Why bytes are not compressed data.
struct CompressionError: Error, Sendable, Hashable, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Unpacks DEFLATE data (RFC 1951), up to a size.
struct Inflater {
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    /// The order in which the lengths of the lengths' code stand.
    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let plainLiterals = HuffmanCode(
        lengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let plainDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30))

    private var bits: BitReader
    private let limit: Int
    private var output: [UInt8] = []

    private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        bits = BitReader(bytes)
        self.limit = limit
    }

    /// What `bytes` hold, at most `limit` bytes, and what stands behind the data.
    static func inflate(
        _ bytes: ArraySlice<UInt8>, limit: Int
    ) throws(CompressionError) -> (data: [UInt8], rest: ArraySlice<UInt8>) {
        var inflater = Inflater(bytes, limit: limit)
        var isLast = false
        while !isLast {
            isLast = try inflater.bits.next(1) == 1
            try inflater.block(try inflater.bits.next(2))
        }
        return (inflater.output, inflater.bits.rest)
    }

    private mutating func block(_ kind: Int) throws(CompressionError) {
        switch kind {
        case 0: try append(try bits.stored())
        case 1: try packed(Self.plainLiterals, Self.plainDistances)
        case 2:
            let (literals, distances) = try codes()
            try packed(literals, distances)
        default: throw CompressionError("a block of no kind")
        }
    }

    private mutating func append(_ bytes: some Collection<UInt8>) throws(CompressionError) {
        guard output.count + bytes.count <= limit else { throw CompressionError("more than \(limit) bytes") }
        output.append(contentsOf: bytes)
    }

    private mutating func packed(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(CompressionError) {
        while true {
            let symbol = try literals.symbol(&bits)
            if symbol == 256 { return }
            if symbol < 256 {
                try append(CollectionOfOne(UInt8(symbol)))
            } else {
                try repeated(symbol - 257, distances)
            }
        }
    }

    private mutating func repeated(_ symbol: Int, _ distances: HuffmanCode) throws(CompressionError) {
        guard Self.lengthBases.indices.contains(symbol) else { throw CompressionError("a length of no kind") }
        let length = Self.lengthBases[symbol] + (try bits.next(Self.lengthBits[symbol]))
        let place = try distances.symbol(&bits)
        guard Self.distanceBases.indices.contains(place) else { throw CompressionError("a distance of no kind") }
        let distance = Self.distanceBases[place] + (try bits.next(Self.distanceBits[place]))
        guard distance <= output.count else { throw CompressionError("a distance to before the start") }
        // The copy may reach into itself.
        for _ in 0..<length { try append(CollectionOfOne(output[output.count - distance])) }
    }

    /// The codes that stand before a block of the third kind.
    private mutating func codes() throws(CompressionError) -> (literals: HuffmanCode, distances: HuffmanCode) {
        let literals = try bits.next(5) + 257
        let distances = try bits.next(5) + 1
        var lengths = [Int](repeating: 0, count: 19)
        for place in Self.codeOrder.prefix(try bits.next(4) + 4) { lengths[place] = try bits.next(3) }
        let all = try self.lengths(literals + distances, HuffmanCode(lengths: lengths))
        return (
            HuffmanCode(lengths: Array(all[..<literals])), HuffmanCode(lengths: Array(all[literals...]))
        )
    }

    private mutating func lengths(_ count: Int, _ code: HuffmanCode) throws(CompressionError) -> [Int] {
        var lengths: [Int] = []
        while lengths.count < count {
            let symbol = try code.symbol(&bits)
            switch symbol {
            case 16:
                guard let last = lengths.last else { throw CompressionError("nothing to repeat") }
                lengths += [Int](repeating: last, count: try bits.next(2) + 3)
            case 17: lengths += [Int](repeating: 0, count: try bits.next(3) + 3)
            case 18: lengths += [Int](repeating: 0, count: try bits.next(7) + 11)
            default: lengths.append(symbol)
            }
        }
        guard lengths.count == count else { throw CompressionError("more lengths than symbols") }
        return lengths
    }
}
