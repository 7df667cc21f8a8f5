using ImsAudit.Fields;

namespace ImsAudit.Conditions;

/// <summary>What a leaf is about: a field, or in its place a list or parameter of the policy.</summary>
public abstract class Subject
{
    /// <summary>For people and results.</summary>
    public abstract string Name { get; }

    public abstract FieldValue Read(in EvaluationContext context);

    /// <summary>The value for an operator that reads lists: a comma list is split.</summary>
    public virtual FieldValue AsList(FieldValue value) => value;
}

public sealed class FieldSubject(string name, int slot) : Subject
{
    private readonly bool _isCommaList = FieldCatalogue.Shipped.TypeOf(name) == FieldType.CommaList;

    public override string Name => name;

    // Almost always it is an array, which is quicker than what it implements.
    public override FieldValue Read(in EvaluationContext context) => context.Values is FieldValue[] values ? values[slot] : context.Values[slot];

    public override FieldValue AsList(FieldValue value) => _isCommaList ? CommaList.Split(value) : value;
}

/// <param name="name">Such as <c>list approved-keys</c>.</param>
public sealed class ConstantSubject(string name, FieldValue value) : Subject
{
    public override string Name => name;

    public override FieldValue Read(in EvaluationContext context) => value;
}
