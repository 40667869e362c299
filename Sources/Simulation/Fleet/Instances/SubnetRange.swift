import Model

/// The IPv4 addresses of a subnet.
struct SubnetRange {
    private let base: UInt32
    private let prefix: Int

    /// `10.0.1.0/24`; nil for what is no such range.
    init?(_ cidr: String) {
        let parts = cidr.split(separator: "/")
        guard parts.count == 2, let prefix = Int(parts[1]), (8...30).contains(prefix) else { return nil }
        let octets = parts[0].split(separator: ".").compactMap { UInt32($0) }
        guard octets.count == 4, octets.allSatisfy({ $0 < 256 }) else { return nil }
        base = octets.reduce(0) { $0 << 8 | $1 }
        self.prefix = prefix
    }

    /// Addresses for instances: AWS keeps the first four and the last one.
    var count: Int { (1 << (32 - prefix)) - 5 }

    /// The `index`th address for an instance; begins anew after the last.
    func address(_ index: Int) -> String {
        let address = base &+ 4 &+ UInt32(index % max(1, count))
        return [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
    }
}

extension World {
    /// The next free private address of a subnet; the default network's where there is no such subnet.
    mutating func takeAddress(in subnet: String) -> String {
        let cidr = registry["ec2/subnet"][subnet]?["cidrBlock"]?.string ?? ""
        guard let range = SubnetRange(cidr) ?? SubnetRange("172.31.0.0/16") else { return "" }
        for _ in 0..<range.count {
            let index = fleet.addressCounts[subnet, default: 0]
            fleet.addressCounts[subnet] = index + 1
            let address = range.address(index)
            if fleet.addresses.insert(address).inserted { return address }
        }
        return range.address(0)
    }
}
