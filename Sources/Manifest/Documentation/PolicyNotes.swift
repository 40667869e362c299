/// What the members are for that Neap itself defines.
enum PolicyNotes {
    static let envelope = [
        "apiVersion": "Always neap/v1.",
        "kind": "What it is.",
        "metadata": "How it is called in this repository.",
        "spec": "What is wanted, in AWS's own member names in lower camel case.",
        "policy": "What Neap may do with it.",
    ]
    static let metadata = [
        "name": "Its name in the environment, and in AWS unless the spec says another.",
        "labels": "For selecting with -l; no AWS tags.",
    ]
    static let policy = [
        "adopt": "Whether an existing resource without Neap's tags is taken over.",
        "suspend": "Whether nothing of it is written for now.",
        "deletionPolicy": "What becomes of the AWS resource when the manifest goes; delete unless said.",
        "drift": "What is done about live values that somebody else changed; the environment's unless said.",
        "allow": "Rules of plans and of neap lint that are allowed, by id, each with the reason.",
        "windows":
            "When changes may be written: while an entry that allows is open, or always without one; never while one that denies is.",
        "approval":
            "Changes that wait until a commit approves them with the trailer that the plan names: all, or those of these effects.",
        "ignore": "JSON pointers below spec of what is neither compared nor written.",
        "unchecked": "JSON pointers below spec of members that the schema does not know and that are sent as written.",
        "dependsOn": "Kind/name of what it waits for beside what it refers to.",
        "onRollback": "What Neap does in Git when ECS rolled a deployment back; hold unless said.",
        "rolloutTimeout": "How long a rollout may take before Neap says that it is stuck, 1m to 24h.",
        "allSpot": "Whether neap lint lets every instance behind a service be Spot; allow unless said.",
    ]
    static let window = [
        "duration": "How long it stays open, 1m to 31d.",
        "timeZone": "The time zone of its schedule, such as Europe/Berlin.",
    ]
    static let aws = [
        "region": "The region, such as eu-west-1.",
        "accountId": "The account, twelve digits; any account will do when it is left out.",
        "assumeRoleArn": "The role to take; the process's own credentials when it is left out.",
    ]
    static let prune = [
        "enabled": "Whether anything is deleted.",
        "maxDeletions":
            "How many manifests may go, together with those that went in the 60 minutes before: a count, or a share of all, of which one may always go.",
    ]
    static let status = ["branch": "The branch's name, without refs/heads/."]
    static let environment = [
        "paths": "Folders with manifests, from the repository's root; `.` is all of it.",
        "aws": "Where it runs; what is left out is the process's own.",
        "interval": "How often Git is asked, 10s to 24h.",
        "driftInterval": "How often AWS is asked, 10s to 24h.",
        "cloudTrail": "Whether CloudTrail is asked who made a drift; needs cloudtrail:LookupEvents.",
        "drift": "What is done about live values that somebody else changed.",
        "correctAfter": "How long drift has to last before it is corrected, 0s to 24h.",
        "prune": "Whether what has no manifest any more is deleted, and how much of it at once (10% unless said).",
        "status": "The branch that status goes to, neap/status/<name> unless said; no two environments share one.",
        "owner": "What the owner tag says; the repository's host and path unless said.",
        "policy": "What every manifest's policy starts from.",
        "confirmDelete": "Deletions that a person agreed to: Kind/name@<last part of the ARN>.",
    ]
}
