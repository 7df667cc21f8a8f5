using System.Collections;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>Rows for a template that are made as the loop comes to them, so that a model costs no second copy of the result.</summary>
internal sealed class LazyRows<T>(IReadOnlyCollection<T> items, Func<T, ScriptObject> row) : IEnumerable<object>
{
    public IEnumerator<object> GetEnumerator() => items.Select(row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
