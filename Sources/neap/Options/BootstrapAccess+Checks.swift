import ArgumentParser
import Bootstrap

extension BootstrapAccess {
    /// Roles are handed on one by one.
    func checkRoles() throws {
        let roles = [
            ("--task-role", taskRole), ("--instance-role", instanceRole), ("--service-role", serviceRole),
            ("--group-role", groupRole),
        ]
        for (option, arns) in roles {
            for arn in arns where arn.wholeMatch(of: /arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\w+=.@\/-]+/) == nil {
                throw ValidationError("\(option) takes a role's ARN without wildcards, and not \(arn)")
            }
        }
    }

    /// What else is named by ARNs, as far as it could be too much.
    func checkResources() throws {
        let others = [
            ("--shared-listener", sharedListener, "elasticloadbalancing"),
            ("--image-repository", imageRepository, "ecr"),
        ]
        for (option, arns, service) in others {
            for arn in arns {
                if arn.wholeMatch(of: /arn:aws[a-z-]*:[a-z]+:[^,]+/) != nil, arn.contains(":\(service):") { continue }
                throw ValidationError("\(option) takes an ARN of \(service)'s, and not \(arn)")
            }
        }
        for arn in parameter where !Self.isNarrow(parameter: arn) {
            throw ValidationError(
                "--parameter takes the ARN of a parameter or of a path whose first part is no wildcard "
                    + "(arn:aws:ssm:*:*:parameter/shop/*), and not \(arn)")
        }
        let key = /arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[a-zA-Z0-9-]+/
        for arn in secretKey where arn.wholeMatch(of: key) == nil {
            throw ValidationError("--secret-key takes the ARN of a KMS key (…:key/…), and not \(arn)")
        }
    }

    /// A role that writes is taken by roles alone, and Neap's own service stands beside the controller's role.
    func checkTarget(besides isServiceNamed: Bool) throws {
        if let other = trust.first(where: { RoleName($0.subject) == nil }) {
            throw ValidationError(
                "--trust takes a role's ARN, and not \(other.subject); anything else goes with --read-only")
        }
        if !trust.isEmpty, isServiceNamed {
            throw ValidationError("--trust is for another account's role; Neap's own service is written without it")
        }
    }

    /// `parameter/*` would be every secret that the account keeps there.
    private static func isNarrow(parameter arn: String) -> Bool {
        let form = /arn:aws[a-z-]*:ssm:[a-z0-9*-]+:[0-9*]*:parameter\/[a-zA-Z0-9_.-]+(?:\/[^,\s]*)?/
        return arn.wholeMatch(of: form) != nil
    }
}
