import Model
import Simulation

/// Spot prices: what allocation strategies go by, and a few percent that change every six hours; the same in every
/// run of a seed.
enum SpotPrices {
    private static let history: Int64 = 90 * 86400

    static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("instanceTypes")
        let products = request.texts("productDescriptions")
        let types = InstanceType.all.filter { names.isEmpty || names.contains($0.name) }
        let asked = request.text("availabilityZone")
        let zones = world.place.zones.filter { asked == nil || asked == $0 }
        let linux = products.isEmpty || products.contains { $0.hasPrefix("Linux/UNIX") }
        let turns = turns(world, request)
        let rows = turns.reversed().flatMap { turn in
            types.flatMap { type in zones.map { row(type, $0, turn, world) } }
        }
        let found = try EC2Filters(request).select(
            linux ? rows : [],
            [
                "instance-type": "instanceType", "availability-zone": "availabilityZone",
                "product-description": "productDescription", "spot-price": "spotPrice", "timestamp": "timestamp",
            ])
        let page = try request.page(found, size: 1000, invalidToken: "InvalidNextToken")
        return .known(["spotPriceHistory": .list(page.items), "nextToken": .text(page.next ?? "")])
    }

    /// The six-hour steps of the time that is asked for; the price of the moment counts from before it.
    private static func turns(_ world: World, _ request: LocalRequest) -> ClosedRange<Int64> {
        let now = world.now.milliseconds / 1000
        let end = max(now - history, min(now, request["endTime"]?.number.map { Int64($0) } ?? now))
        let start = max(now - history, request["startTime"]?.number.map { Int64($0) } ?? now)
        return min(start, end) / SpotMarket.step...max(end, 0) / SpotMarket.step
    }

    private static func row(_ type: InstanceType, _ zone: String, _ turn: Int64, _ world: World) -> Value {
        let price = SpotMarket(dice: world.dice).price(type, zone: zone, step: turn)
        let digits = String(price % 1_000_000)
        let text = "\(price / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
        return [
            "instanceType": .string(type.name), "availabilityZone": .string(zone),
            "availabilityZoneId": .string(Zones.id(zone)), "productDescription": "Linux/UNIX",
            "spotPrice": .string(text), "timestamp": Value(.number(Double(turn * SpotMarket.step))),
        ]
    }
}
