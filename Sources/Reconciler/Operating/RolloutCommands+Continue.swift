import AWSECS
public import Kinds
import Model

extension RolloutCommands {
    /// How a deployment that waits at a hook goes on.
    public enum Answer: String, Sendable, CaseIterable {
        case proceed = "CONTINUE"
        case goBack = "ROLLBACK"
    }

    /// The native deployment that waits at a PAUSE hook (aws-facts 1.8).
    ///
    /// Throws `OperatingError`; `nothingWaits` when a deployment is under way and moves by itself.
    public func waiting() async throws -> NativeProgress {
        let turn = await look.turn()
        let detail = try look.live(in: turn).detail
        try look.checkOwnership(in: turn)
        guard let native = NativeProgress(detail) else { throw OperatingError.nothingWaits(look.service, nil) }
        guard native.pause != nil else { throw OperatingError.nothingWaits(look.service, native.text) }
        return native
    }

    /// Answers the hook (ContinueServiceDeployment).
    public func answer(_ answer: Answer, to native: NativeProgress) async throws {
        let input: Value = [
            "serviceDeploymentArn": .string(native.arn), "hookId": .string(native.pause?.hook ?? ""),
            "action": .string(answer.rawValue),
        ]
        _ = try await look.aws.send(AWSCall("ecs", "ContinueServiceDeployment", input))
    }
}
