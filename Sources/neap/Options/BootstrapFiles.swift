import ArgumentParser
import Bootstrap
import Manifest

/// What `neap bootstrap` writes: a template, under its path in the repository, and what goes along with it.
struct BootstrapFiles {
    /// Where the template is.
    let path: String
    let template: String
    /// What the stack is called.
    let stack: String
    /// The account that it is for, where it is none of Neap's own; nil for that one.
    var account: String?
    /// Other files, by their paths.
    var others: [String: String] = [:]

    /// All files.
    var all: [String: String] { others.merging([path: template]) { $1 } }

    /// The command that makes a stack of the template, which stands below `folder`; nil for the one that it is said in.
    func deployment(from folder: String?) -> String {
        let file = (folder.map { $0 + "/" } ?? "") + path
        let command = "aws cloudformation deploy --stack-name \(stack) --template-file \(file)"
        let whose = account.map { ", with credentials of account \($0)" } ?? ""
        return command + " --capabilities CAPABILITY_NAMED_IAM" + whose
    }

    /// The controller's roles, table, queue and rules.
    static func controller(_ settings: BootstrapSettings) -> BootstrapFiles {
        BootstrapFiles(
            path: ".neap/bootstrap.yaml", template: ControllerTemplate(settings).text, stack: settings.name)
    }

    /// The role that plans.
    static func plan(_ access: BootstrapAccess, _ environments: [Manifest.Environment]) -> BootstrapFiles {
        let template = PlanTemplate(
            name: access.name, trusted: access.trust, parameters: access.parameter,
            assumeRoles: BootstrapAccess.roles(of: environments))
        return BootstrapFiles(path: ".neap/plan-role.yaml", template: template.text, stack: access.name + "-plan")
    }

    /// The role that environments name as `assumeRoleArn`, for those of `environments` that name it.
    static func target(_ access: BootstrapAccess, _ environments: [Manifest.Environment]) throws -> BootstrapFiles {
        let roles = BootstrapAccess.roles(of: environments)
        guard let arn = roles.first, let role = RoleName(arn) else {
            throw ValidationError(
                "no environment states aws.assumeRoleArn, the role that --trust is for; with --read-only it is the one that plans"
            )
        }
        guard roles.count == 1 else {
            throw ValidationError(
                "the environments state several roles; name those of one with -e: \(roles.joined(separator: ", "))")
        }
        let settings = access.settings(environments.filter { $0.aws.assumeRoleArn == arn }, secrets: [])
        let template = TargetTemplate(settings, role: role, trusted: access.trust.map(\.subject))
        return BootstrapFiles(
            path: ".neap/\(role.name)-\(role.account).yaml", template: template.text, stack: access.name + "-target",
            account: role.account)
    }
}
