import Model
import Simulation

/// Regions and availability zones.
enum Zones {
    /// Regions that an account sees without asking for more, in AWS's order.
    static let regions = [
        "ap-south-1", "eu-north-1", "eu-west-3", "eu-west-2", "eu-west-1", "ap-northeast-3", "ap-northeast-2",
        "ap-northeast-1", "ca-central-1", "sa-east-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "us-east-1",
        "us-east-2", "us-west-1", "us-west-2",
    ]

    static let operations: [LocalOperation] = [
        .read("DescribeAvailabilityZones", describeZones), .read("DescribeRegions", describeRegions),
    ]

    /// A zone's id, the same in every account: `euw1-az1` for `eu-west-1a`.
    static func id(_ zone: String) -> String {
        let letter = Int(zone.utf8.last ?? UInt8(ascii: "a")) - Int(UInt8(ascii: "a"))
        let parts = zone.dropLast().split(separator: "-")
        let short = parts.enumerated().map { index, part in
            index == 0 || part.allSatisfy(\.isNumber) ? String(part) : direction(part)
        }
        return "\(short.joined())-az\(letter + 1)"
    }

    /// `southeast` is `se`, `central` is `c`.
    private static func direction(_ word: Substring) -> String {
        for first in ["north", "south"] where word.hasPrefix(first) {
            return String(first.prefix(1)) + word.dropFirst(first.count).prefix(1)
        }
        return String(word.prefix(1))
    }

    private static func describeZones(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let (names, ids) = (request.texts("zoneNames"), request.texts("zoneIds"))
        let zones = world.place.zones
        for name in names where !zones.contains(name) {
            throw Refusal("InvalidParameterValue", "Invalid availability zone: [\(name)]")
        }
        let rows = zones.filter { zone in
            (names.isEmpty || names.contains(zone)) && (ids.isEmpty || ids.contains(id(zone)))
        }
        let shown = try EC2Filters(request).select(
            rows.map { row($0, world.place.region) },
            [
                "zone-name": "zoneName", "zone-id": "zoneId", "region-name": "regionName", "state": "state",
                "zone-type": "zoneType", "opt-in-status": "optInStatus", "group-name": "groupName",
            ])
        return ["availabilityZones": .list(shown)]
    }

    private static func row(_ zone: String, _ region: String) -> Value {
        [
            "zoneName": .string(zone), "zoneId": .string(id(zone)), "regionName": .string(region),
            "state": "available", "optInStatus": "opt-in-not-required", "zoneType": "availability-zone",
            "groupName": .string("\(region)-zg-1"), "networkBorderGroup": .string(region), "messages": [],
        ]
    }

    private static func describeRegions(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("regionNames")
        for name in names where !regions.contains(name) {
            throw Refusal("InvalidParameterValue", "Invalid region names: [\(name)]")
        }
        let rows = regions.filter { names.isEmpty || names.contains($0) }.map { name -> Value in
            [
                "regionName": .string(name), "endpoint": .string("ec2.\(name).amazonaws.com"),
                "optInStatus": "opt-in-not-required",
            ]
        }
        let paths = ["region-name": "regionName", "endpoint": "endpoint", "opt-in-status": "optInStatus"]
        return ["regions": .list(try EC2Filters(request).select(rows, paths))]
    }
}
