namespace ImsAudit.Cli.Tests.Doubles;

/// <summary>A stream that nothing can be written into.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left on device");

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("No space left on device");
}
