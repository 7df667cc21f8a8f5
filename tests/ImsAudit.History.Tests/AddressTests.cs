using ImsAudit.History.Addresses;

namespace ImsAudit.History.Tests;

/// <summary>What <c>--history</c> may name, and that no password gets in or out by it.</summary>
public sealed class AddressTests
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData("postgres://me@db.example:5433/audit", "db.example", 5433, "audit", "me", "require")]
    [InlineData("postgresql://me@db.example/audit?sslmode=verify-full", "db.example", 5432, "audit", "me", "verify-full")]
    [InlineData("POSTGRES://me@[::1]:1/a", "::1", 1, "a", "me", "prefer")]
    [InlineData("postgres://m%40e@localhost/au%2Fdit", "localhost", 5432, "au/dit", "m@e", "prefer")]
    [InlineData("postgres://me@/audit?host=/var/run/postgresql", "/var/run/postgresql", 5432, "audit", "me", "prefer")]
    [InlineData("postgres:///audit", "localhost", 5432, "audit", "from the environment", "prefer")]
    public void Postgres_address_is_read_as_libpq_reads_it(string text, string host, int port, string database, string user, string sslMode)
    {
        var address = Parse(text, ("PGUSER", "from the environment")).ShouldBeOfType<PostgresAddress>();

        (address.Host, address.Port, address.Database, address.User, address.SslMode).ShouldBe((host, port, database, user, sslMode));
    }

    [Theory]
    [InlineData($"postgres://me:{Secret}@db/audit")]
    [InlineData($"postgres://me:{Secret}:@x@db/audit")]
    [InlineData($"postgres://me@db/audit?password={Secret}")]
    [InlineData($"postgres://me:{Secret}@db:notaport/audit?nonsense={Secret}")]
    [InlineData($"postgres://me:{Secret}")]
    [InlineData($"postgres://me:$env:{Secret}@db/audit")]
    public void Password_on_the_command_line_is_refused_and_not_repeated(string text)
    {
        var refused = Should.Throw<HistoryException>(() => Parse(text));

        refused.IsMistake.ShouldBeTrue();
        refused.ToString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("postgres://me@db/audit", "PGPASSWORD")]
    [InlineData("postgres://me:${env:AUDIT_PASSWORD}@db/audit", "AUDIT_PASSWORD")]
    [InlineData("postgres://me:%24%7Benv%3AAUDIT_PASSWORD%7D@db/audit", "AUDIT_PASSWORD")]
    public void Password_comes_from_the_environment_and_is_never_shown(string text, string variable)
    {
        var address = Parse(text, (variable, Secret)).ShouldBeOfType<PostgresAddress>();

        address.Password.ShouldBe(Secret);
        address.ToString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("postgres://me:${env:NOT_SET}@db/audit", "NOT_SET, which is not set")]
    [InlineData("postgres://me@db", "names no database")]
    [InlineData("postgres://db/audit", "names no user")]
    [InlineData("postgres://me@db:0/audit", "port")]
    [InlineData("postgres://me@db/audit?sslmode=maybe", "sslmode")]
    [InlineData("postgres://me@db/audit?conect_timeout=1", "conect_timeout")]
    [InlineData("mysql://me@db/audit", "\"mysql\" is neither")]
    [InlineData("-", "standard")]
    public void Address_that_is_wrong_is_a_mistake_that_says_so(string text, string says) =>
        Should.Throw<HistoryException>(() => Parse(text)).Message.ShouldContain(says);

    [Fact]
    public void Anything_else_is_a_file() => Parse("a b.db").ShouldBe(new SqliteAddress("folder/a b.db", "a b.db"));

    private static HistoryAddress Parse(string text, params (string Name, string Value)[] environment) =>
        HistoryAddresses.Parse(text, name => environment.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(), file => $"folder/{file}");
}
