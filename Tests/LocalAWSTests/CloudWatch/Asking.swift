import Model
import Simulation

@testable import LocalAWS

/// A world and one service's operations, asked as the server would.
final class Asking {
    var world: World
    let service: LocalService

    /// 2026-07-01T00:00:00Z.
    static let start = Instant(milliseconds: 1_782_864_000_000)

    init(_ service: LocalService) {
        self.service = service
        world = World(place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: 3, start: Self.start)
    }

    @discardableResult
    func ask(_ name: String, _ input: Value = .emptyObject) throws -> Value {
        guard let operation = service.operations[name] else { throw Refusal("UnknownOperation", name) }
        let request = LocalRequest(input: input)
        switch operation.action {
        case .read(let body): return try body(world, request)
        case .write(let body): return try body(&world, request)
        }
    }
}
