import AWSWire
import Model

// One question about one thing.
extension OutsideCheck {
    func role(_ name: OutsideName) async -> OutsideAnswer.Finding {
        let parts = name.name.split(separator: ":", omittingEmptySubsequences: false)
        // A name alone is one of this account's.
        let isHere = parts.count == 1 || (parts.count > 5 && parts[4] == accountID)
        guard isHere else { return .unknown("it belongs to another account") }
        let role = name.name.split(separator: "/").last.map(String.init) ?? ""
        return await answer(
            AWSCall("iam", "GetRole", ["roleName": .string(role)]), missing: "there is no role \(role)",
            fix: "make the role, or name one that there is")
    }

    func profile(_ name: OutsideName) async -> OutsideAnswer.Finding {
        await answer(
            AWSCall("iam", "GetInstanceProfile", ["instanceProfileName": .string(name.name)]),
            missing: "there is no instance profile \(name.name)", fix: "make the profile with the role of the instances"
        ) { reply in
            let roles = reply["instanceProfile"]?["roles"]?.list ?? []
            return roles.isEmpty
                ? .missing("instance profile \(name.name) holds no role", fix: "add the role of the instances to it")
                : .there
        }
    }

    func image(_ name: OutsideName) async -> OutsideAnswer.Finding {
        guard let image = ECRImage(name.name) else { return .unknown("it is no reference of ECR's") }
        guard image.region == region else { return .unknown("its registry is in \(image.region)") }
        let input: Value = [
            "registryId": .string(image.account), "repositoryName": .string(image.repository),
            "imageIds": [[image.digest == nil ? "imageTag" : "imageDigest": .string(image.digest ?? image.tag)]],
        ]
        return await answer(
            AWSCall("ecr", "DescribeImages", input),
            missing: "repository \(image.repository) holds no \(image.digest ?? image.tag)",
            fix: "push the image, or name one that there is")
    }

    func secret(_ name: OutsideName) async -> OutsideAnswer.Finding {
        await answer(
            AWSCall("secretsmanager", "DescribeSecret", ["secretId": .string(name.name)]),
            missing: "there is no such secret",
            fix: "make the secret, or name one that there is"
        ) { reply in
            reply["deletedDate"] == nil
                ? .there : .missing("the secret is being deleted", fix: "restore it, or name another")
        }
    }

    func certificate(_ name: OutsideName) async -> OutsideAnswer.Finding {
        let parts = name.name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 3, parts[3] == region else {
            return .missing("the certificate is not in \(region)", fix: "request one in the load balancer's region")
        }
        return await answer(
            AWSCall("acm", "DescribeCertificate", ["certificateArn": .string(name.name)]),
            missing: "there is no such certificate", fix: "request it, or name one that there is"
        ) { reply in
            let status = reply["certificate"]?["status"]?.string ?? ""
            return status == "ISSUED"
                ? .there : .missing("the certificate is \(status)", fix: "validate it, or name one that is ISSUED")
        }
    }

    /// What AWS's reply, or its refusal, says.
    func answer(
        _ call: AWSCall, missing: String, fix: String,
        _ read: (Value) -> OutsideAnswer.Finding = { _ in .there }
    ) async -> OutsideAnswer.Finding {
        do {
            return read(try await aws.send(call))
        } catch let error as AWSError where error.isNotFound {
            return .missing(missing, fix: fix)
        } catch {
            return .unknown(Self.reason(error))
        }
    }

    /// Why AWS does not tell, on one line.
    static func reason(_ error: any Error) -> String {
        if let error = error as? AWSError, case .denied(let action) = error.disposition { return "\(action) is denied" }
        return "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

/// `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/api:1.8.0`, or with a digest.
struct ECRImage: Equatable {
    let account: String
    let region: String
    let repository: String
    let tag: String
    /// `sha256:…`; nil where a tag is named.
    let digest: String?

    /// Nil for images of other registries.
    init?(_ reference: String) {
        guard let slash = reference.firstIndex(of: "/") else { return nil }
        let host = reference[..<slash].split(separator: ".").map(String.init)
        guard host.count >= 5, host[1] == "dkr", host[2] == "ecr" else { return nil }
        account = host[0]
        region = host[3]
        let path = reference[reference.index(after: slash)...]
        let parts = path.split(separator: "@", maxSplits: 1).map(String.init)
        let named = (parts.first ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        repository = named.first ?? ""
        tag = named.count > 1 ? named[1] : "latest"
        digest = parts.count > 1 ? parts[1] : nil
    }
}
