import AWSClient
import AWSWire

/// What helps against an error of AWS: it depends on how far the call came.
struct AWSFix {
    /// What helps where AWS answered, and knows who asked.
    let otherwise: String

    func text(_ error: any Error) -> String {
        switch error {
        case is SettingsError: "set AWS_REGION, and see what AWS's other variables and files say"
        case let error as AWSError where error.isUnreached:
            "see that this machine reaches AWS: the network, a proxy, AWS_ENDPOINT_URL"
        case let error as AWSError where error.isOfOtherAccount:
            "give credentials of the account that spec.aws.accountId states, or mend what it states"
        case let error as AWSError where error.isStranger: "give credentials that AWS knows"
        default: otherwise
        }
    }
}

extension AWSError {
    /// True when no answer came.
    fileprivate var isUnreached: Bool {
        switch disposition {
        case .lost, .transient: status == nil
        default: false
        }
    }

    /// True when AWS knows who asks, as somebody of another account than the one that is meant.
    fileprivate var isOfOtherAccount: Bool { code == AWSClient.wrongAccount }

    /// True when AWS does not know who asks.
    fileprivate var isStranger: Bool {
        switch disposition {
        case .authentication, .expiredCredentials: true
        default: false
        }
    }
}
