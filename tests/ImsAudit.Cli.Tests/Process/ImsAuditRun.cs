namespace ImsAudit.Cli.Tests.Process;

/// <summary>What a run of the binary left behind.</summary>
public sealed record ImsAuditRun(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with everything that was printed, which tells more than a number.</summary>
    public ImsAuditRun ShouldExit(int code)
    {
        ExitCode.ShouldBe(code, $"standard output:\n{Output}\nstandard error:\n{Error}");
        return this;
    }

    public string Everything => Output + Error;
}
