using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ImsAudit.Collection.Api;

/// <summary>The certificate authorities of <c>--ca-cert</c> or a cloud: trusted in place of the system's. Names and dates are checked as ever.</summary>
internal static class CustomRoots
{
    /// <summary>Null with a sentence when the file cannot be read or holds no certificate.</summary>
    public static X509Certificate2Collection? Load(string file, out string? mistake)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(file);
            mistake = roots.Count > 0 ? null : $"The file of certificate authorities {file} holds no certificate; give a PEM file with at least one.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            mistake = $"The file of certificate authorities {file} cannot be read ({unreadable.Message.TrimEnd('.')}); give a PEM file with the certificate authority.";
        }
        return mistake is null ? roots : null;
    }

    public static SslClientAuthenticationOptions Trusting(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
