import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Events of scenarios and of the control surface")
struct InjectionTests {
    static func behaviour(_ change: (inout ImageBehaviour) -> Void) -> ImageBehaviour {
        var behaviour = ImageBehaviour(image: "api:1.8")
        change(&behaviour)
        return behaviour
    }

    private static let large = SpotPool(instanceType: "m5.large", zone: "eu-west-1a")

    static let all: [(value: Value, injection: Injection)] = [
        (["reclaim": ["pool": "m5.large/eu-west-1a", "count": 2]], .reclaim(large, count: 2)),
        (["reclaim": ["type": "m5.large", "zone": "eu-west-1a"]], .reclaim(large, count: nil)),
        (["reclaim": ["all": true]], .reclaim(SpotPool(), count: nil)),
        (["rebalance": ["zone": "eu-west-1b"]], .rebalance(SpotPool(zone: "eu-west-1b"))),
        (["loseZone": "eu-west-1b"], .loseZone("eu-west-1b")),
        (["restoreZone": "us-gov-east-1b"], .restoreZone("us-gov-east-1b")),
        (["drought": ["type": "u-6tb1.metal"]], .drought(SpotPool(instanceType: "u-6tb1.metal"))),
        (["endDrought": ["all": true, "onDemandToo": true]], .endDrought(SpotPool(onDemandToo: true))),
        (["image": ["image": "api:1.8", "failsToPull": true]], .image(behaviour { $0.failsToPull = true })),
        (
            ["image": ["image": "api:1.8", "crashesAfter": "20s", "exitCode": 3]],
            .image(
                behaviour {
                    $0.crashesAfter = .seconds(20)
                    $0.exitCode = 3
                })
        ),
        (
            ["image": ["image": "api:1.8", "crashesAfter": "500ms", "outOfMemory": true]],
            .image(
                behaviour {
                    $0.crashesAfter = Span(milliseconds: 500)
                    $0.outOfMemory = true
                    $0.exitCode = 137
                })
        ),
        (
            ["image": ["image": "api:1.8", "unhealthyAfter": "1m", "unhealthyStatus": 0, "readyAfter": "1m30s"]],
            .image(
                behaviour {
                    $0.unhealthyAfter = .minutes(1)
                    $0.unhealthyStatus = 0
                    $0.readyAfter = .seconds(90)
                })
        ),
        (["healImage": "api:1.8"], .healImage("api:1.8")),
        (["load": ["service": "api", "requestsPerSecond": 500]], .load(name: "api", requestsPerSecond: 500)),
        (["load": ["targetGroup": "api", "requestsPerSecond": 0]], .load(name: "api", requestsPerSecond: 0)),
        (["failInstance": "i-0abc"], .failInstance("i-0abc")),
    ]

    @Test("every kind of event becomes its injection", arguments: all)
    func injection(value: Value, injection: Injection) throws {
        let read = Scenario.injection(value)
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
        #expect(read.injection?.injection == injection)
        #expect(read.injection?.after == .zero)
    }

    @Test("after says when")
    func after() {
        let read = Scenario.injection(["after": "1m30s", "loseZone": "eu-west-1b"])
        #expect(read.injection?.after == .seconds(90))
    }

    @Test(
        "bad input is told",
        arguments: [
            (["at": "30s", "loseZone": "eu-west-1b"], "/at: unknown field"),
            (["after": 30, "loseZone": "eu-west-1b"], "/after: 30 is no length of time (write it such as 30s"),
            (["reclam": ["all": true]], "/reclam: unknown field (did you mean reclaim?)"),
            ([:], "nothing happens"), ("reclaim", "expected a mapping, found a string"),
            (["reclaim": "all"], "/reclaim: expected a mapping, found a string"),
            (["loseZone": ["eu-west-1b"]], "/loseZone: expected a string, found a list"),
            (["reclaim": ["pool": "m5.large/eu-west-1a", "zone": "eu-west-1a"]], "pool and zone stand together"),
            (["load": ["service": "a", "targetGroup": "b", "requestsPerSecond": 1]], "service and targetGroup stand"),
        ] as [(Value, String)])
    func bad(value: Value, expected: String) {
        let read = Scenario.injection(value)
        #expect(read.injection == nil)
        #expect(read.diagnostics.count == 1, "\(read.diagnostics)")
        #expect(read.diagnostics.first?.description.contains(expected) == true, "\(read.diagnostics)")
    }

    @Test("lengths of time have units from large to small")
    func spans() {
        let good = ["0s": 0, "1d2h3m4s5ms": 93_784_005, "90m": 5_400_000, "1m5ms": 60_005, "500ms": 500]
        for (text, milliseconds) in good {
            #expect(SpanText.read(text) == Span(milliseconds: Int64(milliseconds)), "\(text)")
        }
        for text in ["", "5", "s", "5 s", "5s5m", "5s5s", "-5s", "1.5h", "5S", "99999d", "9223372036854775807d"] {
            #expect(SpanText.read(text) == nil, "\(text)")
        }
        #expect(SpanText.spread("5s") == Spread(.seconds(5)))
        #expect(SpanText.spread("3s to 9s") == Spread(.seconds(3), .seconds(9)))
        for text in ["9s to 3s", "3s - 9s", "3s to", "to 9s", "3s to 9s to 12s"] {
            #expect(SpanText.spread(text) == nil, "\(text)")
        }
    }
}
