import Model
import Simulation

/// What people do to an embedded AWS beside AWS's own operations, as a value that a journal can hold.
struct ControlCommand: Sendable {
    /// As the journal has it: `{"reset": true}`, `{"restore": NAME}`, `{"inject": {...}, "region": ...}`, `{"scenario": ...}`.
    let value: Value
    private let action: Action

    private enum Action: Sendable {
        case reset
        case save(String)
        case restore(String)
        case inject(Injection, after: Span, region: String)
        case scenario(Scenario, region: String)
        case account(AccountContents)
    }

    /// Everything goes; time stays.
    static let reset = ControlCommand(value: ["reset": true], action: .reset)

    /// Keeps everything as it is, under a name.
    static func save(_ name: String) -> ControlCommand {
        ControlCommand(value: ["save": .string(name)], action: .save(name))
    }

    /// Makes everything as it was.
    static func restore(_ name: String) -> ControlCommand {
        ControlCommand(value: ["restore": .string(name)], action: .restore(name))
    }

    /// True when other worlds stand there afterwards.
    var isReset: Bool {
        switch action {
        case .reset, .restore: true
        default: false
        }
    }

    /// What a value asks for; nil when it is none of ours.
    init?(_ value: Value) {
        if value["reset"] != nil {
            self = .reset
        } else if let name = value["save"]?.string {
            self = .save(name)
        } else if let name = value["restore"]?.string {
            self = .restore(name)
        } else if let body = value["inject"], let region = value["region"]?.string {
            guard let read = Scenario.injection(body).injection else { return nil }
            self.init(value: value, action: .inject(read.injection, after: read.after, region: region))
        } else if let text = value["scenario"]?.string, let region = value["region"]?.string {
            guard let scenario = Scenario.read(Array(text.utf8), file: "scenario").scenario else { return nil }
            self.init(scenario, region: region)
        } else if let text = value["account"]?.string {
            guard let contents = AccountContents.read(Array(text.utf8), file: "account").contents else { return nil }
            self.init(contents)
        } else {
            return nil
        }
    }

    /// Lets a scenario begin.
    init(_ scenario: Scenario, region: String) {
        let value: Value = ["scenario": .string(scenario.text), "region": .string(region)]
        self.init(value: value, action: .scenario(scenario, region: region))
    }

    /// Puts things into an account.
    init(_ contents: AccountContents) {
        self.init(value: ["account": .string(contents.text)], action: .account(contents))
    }

    private init(value: Value, action: Action) {
        self.value = value
        self.action = action
    }

    func perform(on account: inout LocalAccount, services: [String: LocalService]) throws(Refusal) {
        switch action {
        case .reset: account.reset()
        case .save(let name): account.save(name)
        case .restore(let name): try account.restore(name)
        case .inject(let injection, let span, let region): account[region].inject(injection, after: span)
        case .scenario(let scenario, let region): scenario.apply(to: &account[region])
        case .account(let contents): try contents.apply(to: &account[contents.region], services: services)
        }
    }
}
