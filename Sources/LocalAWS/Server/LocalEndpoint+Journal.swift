import AWSWire
import Model
import Simulation

extension LocalEndpoint {
    /// Does one thing that people may do beside AWS's own operations, and writes it down.
    func control(_ command: ControlCommand) async throws {
        await tick()
        try journal?.append(.control(command.value, at: account.now))
        try command.perform(on: &account, services: services)
        guard command.isReset else { return }
        forget()
        clock = LocalClock(start: account.now, wall: wall(), speed: clock.speed)
        try keepTime()
    }

    /// What stood around the worlds that are gone.
    private func forget() {
        faults = Faults()
        throttle = Throttle(isOn: options.isThrottling)
        lag = Lag(longest: options.lag)
    }

    /// Writes down how far time has come, so that a restart goes on from here.
    func keepTime() throws { try journal?.append(.time(account.now)) }

    /// Writes nothing down any more, and lets another one have the state directory.
    func letGo() {
        journal?.letGo()
        journal = nil
    }

    /// A region's timeline.
    func timeline(_ region: String) async -> Timeline {
        await tick()
        return account[region].timeline
    }

    /// What was written down happens again.
    func replay(_ line: Journal.Line) {
        account.advance(to: line.at)
        account.publish()
        switch line {
        case .time: break
        case .control(let value, _): replay(ControlCommand(value))
        case .request(let request, let region, _): replay(request, region)
        }
    }

    private func replay(_ command: ControlCommand?) {
        // What was refused the first time is refused again.
        do { try command?.perform(on: &account, services: services) } catch { return }
    }

    private func replay(_ request: WireRequest, _ region: String) {
        guard let dialect = routing.dialect(of: request) else { return }
        do {
            let (operation, input) = try dialect.decode(request)
            let action = services[dialect.model.name]?.operations[operation.name]?.action
            guard case .write(let body)? = action else { return }
            _ = try body(&account[region], LocalRequest(input: input, caller: caller))
            note(AWSCall(dialect.model.name, operation.name, input), request, region)
        } catch {
            // It was refused the first time as well.
            return
        }
    }
}
