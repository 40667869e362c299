import Model

/// One environment file to an environment.
enum EnvironmentReader {
    /// The environment, nil when it is broken, with everything that is wrong. `name` is given whenever it can be read.
    static func read(
        _ bytes: [UInt8], file: String
    ) -> (environment: Environment?, name: String?, diagnostics: [Diagnostic]) {
        let decoded = DecodedFile.decode(bytes, file: file)
        if let failure = decoded.failure { return (nil, nil, [failure]) }
        guard decoded.documents.count == 1, let document = decoded.documents.first else {
            let place = decoded.documents.last?.value.place ?? Place(file: file, line: 1, column: 1)
            return (
                nil, nil,
                [Diagnostic("\(file) holds \(decoded.documents.count) documents, not one Environment", at: place)]
            )
        }
        let top = document.value
        let name = top["metadata"]?["name"]?.string
        let id = name.map { ResourceID("Environment", $0) }
        let place = top.place ?? Place(file: file, line: 1, column: 1)
        var environment = Environment(name: name ?? "", file: file, place: place)
        var fields = FieldReader(top, at: FieldPath(), of: id)
        if top.object != nil { read(&fields, into: &environment) }
        let found = (document.diagnostics.map { $0.of(id) } + fields.finished()).sorted()
        return (found.contains { $0.severity == .error } ? nil : environment, name, found)
    }

    private static func read(_ fields: inout FieldReader, into environment: inout Environment) {
        if let version = fields.require("apiVersion"), version.string != "neap/v1" {
            fields.report("apiVersion is not neap/v1", version.place, "apiVersion")
        }
        if let kind = fields.require("kind"), kind.string != "Environment" {
            fields.report(
                "kind is not Environment", hint: "other kinds stand under an environment's paths", kind.place, "kind")
        }
        if fields.nested("metadata", { readMetadata(&$0) }) == nil { fields.report("metadata.name is missing", nil) }
        if fields.nested("spec", { readSpec(&$0, into: &environment) }) == nil { fields.report("spec is missing", nil) }
    }

    private static func readMetadata(_ fields: inout FieldReader) {
        _ = fields.take("labels")
        guard let value = fields.require("name"), let name = fields.text(value, "name") else { return }
        if let problem = ManifestName.problem(name) { fields.report(problem, value.place, "name") }
    }

    private static func readSpec(_ fields: inout FieldReader, into environment: inout Environment) {
        readPaths(&fields, into: &environment)
        if let aws = fields.nested("aws", { readAWS(&$0) }) { environment.aws = aws }
        if let interval = fields.duration("interval", in: 10...86_400) { environment.interval = interval }
        if let interval = fields.duration("driftInterval", in: 10...86_400) { environment.driftInterval = interval }
        if let drift = fields.word("drift", Policy.Drift.self) { environment.drift = drift }
        if let after = fields.duration("correctAfter", in: 0...86_400) { environment.correctAfter = after }
        environment.asksCloudTrail = fields.bool("cloudTrail") ?? false
        if let prune = fields.nested("prune", { readPrune(&$0) }) { environment.prune = prune }
        _ = fields.nested("status") { readBranch(&$0, into: &environment) }
        environment.owner = fields.string("owner")
        readPolicy(&fields, into: &environment)
        readConfirmations(&fields, into: &environment)
    }

    private static func readPaths(_ fields: inout FieldReader, into environment: inout Environment) {
        environment.paths = []
        guard let value = fields.require("paths") else { return }
        guard let items = value.list, !items.isEmpty else {
            return fields.report("expected a list with at least one folder", value.place, "paths")
        }
        for item in items {
            guard let text = fields.text(item, "paths") else { continue }
            guard let path = RepositoryPath.folder(text) else {
                fields.report(
                    "\(text) is no folder of the repository", hint: "write it from the root, without ..", item.place,
                    "paths")
                continue
            }
            environment.paths.append(path)
            environment.pathPlaces[path] = item.place
        }
    }

    private static func readAWS(_ fields: inout FieldReader) -> Environment.AWS {
        var aws = Environment.AWS()
        if let value = fields.take("region"), let region = fields.text(value, "region") {
            aws.region = region
            if region.wholeMatch(of: /[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}/) == nil {
                fields.report("\(region) is no region", hint: "such as eu-west-1", value.place, "region")
            }
        }
        if let value = fields.take("accountId"), let account = fields.text(value, "accountId") {
            aws.accountId = account
            if account.wholeMatch(of: /[0-9]{12}/) == nil {
                fields.report("an account id has twelve digits", value.place, "accountId")
            }
        }
        if let value = fields.take("assumeRoleArn"), let role = fields.text(value, "assumeRoleArn") {
            aws.assumeRoleArn = role
            if role.wholeMatch(of: /arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\x21-\x7E]+/) == nil {
                fields.report("\(role) is no role's ARN", value.place, "assumeRoleArn")
            }
        }
        return aws
    }

    private static func readPrune(_ fields: inout FieldReader) -> Environment.Prune {
        var prune = Environment.Prune()
        if let enabled = fields.bool("enabled") { prune.enabled = enabled }
        guard let value = fields.take("maxDeletions") else { return prune }
        if let count = value.integer, (0...100_000).contains(count) {
            prune.maxDeletions = .count(count)
        } else if let text = value.string, text.hasSuffix("%"), let percent = Int(text.dropLast()),
            (0...100).contains(percent)
        {
            prune.maxDeletions = .percent(percent)
        } else {
            fields.report("expected a count or 0% to 100%", hint: "such as 10%", value.place, "maxDeletions")
        }
        return prune
    }

    private static func readBranch(_ fields: inout FieldReader, into environment: inout Environment) {
        guard let value = fields.take("branch"), let text = fields.text(value, "branch") else { return }
        guard let name = BranchName.full(text) else {
            return fields.report("\(text) is no branch name", value.place, "branch")
        }
        environment.statusBranch = name
        environment.statusPlace = value.place
    }

    private static func readPolicy(_ fields: inout FieldReader, into environment: inout Environment) {
        environment.policy.drift = environment.drift
        var reader = PolicyReader(policy: environment.policy)
        _ = fields.nested("policy") { reader.read(&$0, kind: nil) }
        environment.policy = reader.policy
    }

    private static func readConfirmations(_ fields: inout FieldReader, into environment: inout Environment) {
        for (text, place) in fields.strings("confirmDelete") ?? [] {
            if text.wholeMatch(of: /[A-Za-z]+\/[^@\s]+@\S+/) == nil {
                fields.report(
                    "\(text) is no Kind/name@id", hint: "the id is the last part of the ARN", place, "confirmDelete")
            }
            environment.confirmDelete.append(text)
        }
    }
}
