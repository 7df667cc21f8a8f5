using System.Reflection;
using Xunit.Sdk;

namespace ImsAudit.History.Tests.Doubles;

/// <summary>The two databases; a test that names both runs the same on each.</summary>
public enum Database
{
    Sqlite = 0,
    Postgres = 1,
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Sqlite]];
}

/// <summary>Skipped, with the reason, where there is no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.WhyNot;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Database.Postgres]];
}
