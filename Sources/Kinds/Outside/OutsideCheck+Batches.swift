import AWSWire
import Model

// Questions about many things at once.
extension OutsideCheck {
    /// By name or ARN, ten a call.
    func parameters(_ names: [OutsideName]) async -> [OutsideAnswer.Finding] {
        var findings: [OutsideAnswer.Finding] = []
        for batch in names.chunked(by: 10) {
            do {
                let asked: Value = .list(batch.map { .string($0.name) })
                let reply = try await aws.send(AWSCall("ssm", "GetParameters", ["names": asked]))
                let invalid = Set((reply["invalidParameters"]?.list ?? []).compactMap(\.string))
                findings += batch.map { name in
                    invalid.contains(name.name)
                        ? .missing("there is no such parameter", fix: "put the parameter, or name one that there is")
                        : .there
                }
            } catch {
                findings += batch.map { _ in .unknown(Self.reason(error)) }
            }
        }
        return findings
    }

    /// EC2's ids by a filter, which names no error for one that is not there.
    func ids(
        _ names: [OutsideName], _ operation: String, _ filter: String, list: String, member: String
    ) async -> [OutsideAnswer.Finding] {
        do {
            let filters: Value = [["name": .string(filter), "values": .list(names.map { .string($0.name) })]]
            let reply = try await aws.sendAll(AWSCall("ec2", operation, ["filters": filters]))
            let found = Set((reply[list]?.list ?? []).compactMap { $0[member]?.string })
            return names.map { name in
                found.contains(name.name)
                    ? .there
                    : .missing("there is no \(name.sort.words) \(name.name)", fix: "name one of the account and region")
            }
        } catch {
            return names.map { _ in .unknown(Self.reason(error)) }
        }
    }

    /// What is looked up by tags or a parameter.
    func found(_ names: [OutsideName]) async -> [OutsideAnswer.Finding] {
        let context = ObservationContext(aws: aws, region: region, accountID: accountID)
        let answers = await Lookups.observe(names.compactMap(\.lookup), context)
        return names.map { name in
            switch name.lookup.flatMap({ answers[$0.id] }) {
            case .live: .there
            // Lookups say what they did not find; what AWS refused is an error's text.
            case .unknown(let why) where why.hasPrefix("no ") || why.contains("and one is wanted"):
                .missing(why, fix: "tag what is meant, or name it by its id")
            case .unknown(let why): .unknown(why)
            default: .unknown("nobody looked")
            }
        }
    }
}
