import Controller
import NIOCore
import NIOPosix

extension Preflight {
    /// Whether the addresses that a controller would serve at are free, or are those of one that runs here already.
    func listening() async -> [CheckLine] {
        let asked = [
            ("health server", "--listen", configuration.listen),
            ("webhook server", "--webhook-listen", configuration.webhooks?.listen),
        ]
        var lines: [CheckLine] = []
        for (subject, flag, address) in asked {
            guard let address else { continue }
            lines.append(await line(subject, flag, address))
        }
        return lines
    }

    private func line(_ subject: String, _ flag: String, _ address: ListenAddress) async -> CheckLine {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: address.host, port: address.port).get()
            try await channel.close()
            return .fine(subject, "\(address) can be listened at")
        } catch {
            if await isRunning { return .fine(subject, "\(address) is where a controller runs already") }
            let text = address.refusal(error)
            // Where nobody asked for an address, the controller goes on without.
            guard address.isExplicit else { return .unknown(subject, "\(text); choose another with \(flag)") }
            return .missing(subject, text, fix: "choose another with \(flag)")
        }
    }

    private var isRunning: Bool {
        get async {
            guard let address = configuration.listen else { return false }
            do {
                _ = try await ReadyQuestion(url: "http://\(address)").ask()
                return true
            } catch {
                return false
            }
        }
    }
}
