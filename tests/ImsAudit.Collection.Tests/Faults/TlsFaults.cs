using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>It fails before a request is sent.</summary>
internal static class TlsFaults
{
    public static IEnumerable<Fault> All =>
    [
        Fault.Endless("TLS handshake that never ends", async wire =>
        {
            await wire.Stream.ReadExactlyAsync(new byte[16]);
            await wire.StallAsync();
        }) with { AtConnect = true },
        Fault.Lasting("certificate that nobody vouches for", "the TLS handshake failed", async wire =>
        {
            await using var tls = new SslStream(wire.Stream);
            await tls.AuthenticateAsServerAsync(Nobody());
            await tls.ReadExactlyAsync(new byte[1]);
        }) with { AtConnect = true },
        Fault.Lasting("plain HTTP where TLS is spoken", "the TLS handshake failed", async wire =>
        {
            await wire.AnswerAsync("Speak TLS elsewhere.", "", 400);
            await wire.Stream.ReadExactlyAsync(new byte[16]);
        }) with { AtConnect = true },
        Fault.Lasting("connection closed in the TLS handshake", "the TLS handshake failed", wire => wire.Stream.ReadExactlyAsync(new byte[16]).AsTask()) with { AtConnect = true },
    ];

    private static X509Certificate2 Nobody()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var ephemeral = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pfx), password: null);
    }
}
