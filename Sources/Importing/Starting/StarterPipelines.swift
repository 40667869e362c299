/// What a merge request runs: validate, lint and plan, whose Markdown is posted to it. AWS is only read, by a role that the
/// forge's own token may take.
enum StarterPipelines {
    /// A workflow of GitHub Actions.
    static func github(_ environment: String, region: String) -> String {
        """
        # Checks every pull request and posts its plan. Set two variables of the repository: NEAP_IMAGE, a container image
        # with neap and git in it, and NEAP_PLAN_ROLE, the ARN of a role that may read AWS and trusts GitHub's tokens.
        name: neap
        on: pull_request
        permissions: {contents: read, id-token: write, pull-requests: write, security-events: write}
        jobs:
          check:
            runs-on: ubuntu-latest
            container: ${{ vars.NEAP_IMAGE }}
            steps:
              - uses: actions/checkout@v4
              - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"
              - run: neap validate .
              - run: neap lint . -o sarif > lint.sarif
              - uses: github/codeql-action/upload-sarif@v3
                if: always()
                with: {sarif_file: lint.sarif}
              - uses: aws-actions/configure-aws-credentials@v4
                with:
                  role-to-assume: ${{ vars.NEAP_PLAN_ROLE }}
                  aws-region: \(region)
              # One such line for each environment; `>>` adds the next one's plan.
              - run: neap plan . -e \(environment) -o markdown > plan.md
              - uses: actions/upload-artifact@v4
                if: always()
                with: {name: plan, path: plan.md, if-no-files-found: ignore}
          comment:
            needs: check
            if: always()
            runs-on: ubuntu-latest
            steps:
              - uses: actions/download-artifact@v4
                with: {name: plan}
              - run: gh pr comment "$NUMBER" --repo "$GITHUB_REPOSITORY" --body-file plan.md --edit-last --create-if-none
                env:
                  GH_TOKEN: ${{ github.token }}
                  NUMBER: ${{ github.event.number }}

        """
    }

    /// GitLab's pipeline.
    static func gitlab(_ environment: String, region: String) -> String {
        """
        # Checks every merge request and posts its plan. Set three CI/CD variables: NEAP_IMAGE, a container image with neap and
        # git in it; NEAP_PLAN_ROLE, the ARN of a role that may read AWS and trusts GitLab's tokens; NEAP_GITLAB_TOKEN, a
        # project access token that may write comments (scope api).
        workflow:
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"

        check:
          image: $NEAP_IMAGE
          id_tokens: {NEAP_ID_TOKEN: {aud: sts.amazonaws.com}}
          variables:
            AWS_REGION: \(region)
            AWS_ROLE_ARN: $NEAP_PLAN_ROLE
            AWS_WEB_IDENTITY_TOKEN_FILE: $CI_PROJECT_DIR.token
          script:
            - neap validate .
            - neap lint . -o markdown
            - echo "$NEAP_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"
            # One such line for each environment; `>>` adds the next one's plan.
            - neap plan . -e \(environment) -o markdown > plan.md
          artifacts: {when: always, paths: [plan.md]}

        # Also of a plan that waits for a person's approval, with which `neap plan` fails the job before.
        comment:
          when: always
          image: {name: curlimages/curl:8.11.1, entrypoint: [""]}
          stage: .post
          script:
            - test -s plan.md || exit 0
            - >-
              curl --fail --silent --show-error --header "PRIVATE-TOKEN: $NEAP_GITLAB_TOKEN" --form "body=<plan.md"
              "$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"

        """
    }
}
