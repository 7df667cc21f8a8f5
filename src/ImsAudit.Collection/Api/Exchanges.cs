namespace ImsAudit.Collection.Api;

/// <summary>The exchanges as one target has them: with the authorities that it trusts.</summary>
internal sealed class Exchanges(ExchangePool pool, CollectionTarget target)
{
    public DateTimeOffset Deadline => pool.Deadline;

    public CollectionSettings Settings => pool.Settings;

    public TimeProvider Time => pool.Time;

    public Exchange With(Uri server) => pool.With(server, target.CaCertificateFile ?? pool.Settings.CaCertificateFile);
}
