//! General engines on the same facts. Every one compiles its conditions beforehand.

use std::sync::Arc;

use cel::{Context, Env, Program};
use datalogic_rs::{Engine, Logic, ParsedData};
use serde_json::Value as Json;
use zen_expression::expression::Standard;
use zen_expression::vm::VM;
use zen_expression::{Expression, Isolate, Variable};

use crate::campaign::Wish;

/// What kept a peer from being measured.
pub type Trouble = Box<dyn std::error::Error>;

/// An engine that tells how many wishes come true.
pub trait Peer {
    /// What it is called.
    fn name(&self) -> &'static str;

    /// How many wishes come true, on facts the engine holds in its own form already.
    ///
    /// # Errors
    /// What the engine reports.
    fn on_held_facts(&mut self) -> Result<usize, Trouble>;

    /// The same for facts that have to be brought into the engine's form first, as for every new cart.
    ///
    /// # Errors
    /// What the engine reports.
    fn on_new_facts(&mut self, facts: &Json) -> Result<usize, Trouble>;
}

/// Every peer, with `wishes` compiled and `facts` held.
///
/// # Errors
/// When a peer does not understand them.
pub fn all(wishes: &[Wish], facts: &Json) -> Result<Vec<Box<dyn Peer>>, Trouble> {
    Ok(vec![
        Box::new(Zen::new(wishes, facts)?),
        Box::new(DataLogic::new(wishes, facts)?),
        Box::new(Cel::new(wishes, facts)?),
    ])
}

struct Zen {
    expressions: Vec<Expression<Standard>>,
    machine: VM,
    facts: Variable,
}

impl Zen {
    fn new(wishes: &[Wish], facts: &Json) -> Result<Self, Trouble> {
        let mut isolate = Isolate::new();
        let compile = |wish: &Wish| isolate.compile_standard(&wish.zen());
        let expressions = wishes.iter().map(compile).collect::<Result<_, _>>()?;
        Ok(Self { expressions, machine: VM::new(), facts: Variable::from(facts) })
    }

    fn count(&mut self, facts: &Variable) -> Result<usize, Trouble> {
        let mut fired = 0;
        for expression in &self.expressions {
            let verdict = expression.evaluate_with(facts.shallow_clone(), &mut self.machine)?;
            fired += usize::from(verdict.as_bool() == Some(true));
        }
        Ok(fired)
    }
}

impl Peer for Zen {
    fn name(&self) -> &'static str {
        "zen-expression"
    }

    fn on_held_facts(&mut self) -> Result<usize, Trouble> {
        let facts = self.facts.shallow_clone();
        self.count(&facts)
    }

    fn on_new_facts(&mut self, facts: &Json) -> Result<usize, Trouble> {
        self.count(&Variable::from(facts))
    }
}

struct DataLogic {
    engine: Engine,
    rules: Vec<Logic>,
    facts: ParsedData,
}

impl DataLogic {
    fn new(wishes: &[Wish], facts: &Json) -> Result<Self, Trouble> {
        let engine = Engine::new();
        let compile = |wish: &Wish| engine.compile(wish.json_logic().as_str());
        let rules = wishes.iter().map(compile).collect::<Result<_, _>>()?;
        Ok(Self { engine, rules, facts: ParsedData::from_json(&facts.to_string())? })
    }
}

impl Peer for DataLogic {
    fn name(&self) -> &'static str {
        "datalogic-rs"
    }

    fn on_held_facts(&mut self) -> Result<usize, Trouble> {
        let arena = datalogic_rs::bumpalo::Bump::new();
        let mut fired = 0;
        for rule in &self.rules {
            fired += usize::from(self.engine.evaluate(rule, &self.facts, &arena)?.as_bool() == Some(true));
        }
        Ok(fired)
    }

    fn on_new_facts(&mut self, facts: &Json) -> Result<usize, Trouble> {
        let arena = datalogic_rs::bumpalo::Bump::new();
        let facts: &datalogic_rs::DataValue<'_> =
            arena.alloc(datalogic_rs::DataValue::from_serde_value_in(facts, &arena));
        let mut fired = 0;
        for rule in &self.rules {
            fired += usize::from(self.engine.evaluate(rule, facts, &arena)?.as_bool() == Some(true));
        }
        Ok(fired)
    }
}

struct Cel {
    env: Arc<Env>,
    programs: Vec<Program>,
    held: Context<'static, 'static>,
}

impl Cel {
    fn new(wishes: &[Wish], facts: &Json) -> Result<Self, Trouble> {
        let env = Arc::new(Env::stdlib());
        let compile = |wish: &Wish| env.compile(&wish.cel());
        let programs = wishes.iter().map(compile).collect::<Result<_, _>>()?;
        Ok(Self { held: context(&env, facts)?, env, programs })
    }

    fn count(&self, context: &Context<'_, '_>) -> Result<usize, Trouble> {
        let mut fired = 0;
        for program in &self.programs {
            fired += usize::from(program.execute(context)? == cel::Value::Bool(true));
        }
        Ok(fired)
    }
}

impl Peer for Cel {
    fn name(&self) -> &'static str {
        "cel"
    }

    fn on_held_facts(&mut self) -> Result<usize, Trouble> {
        self.count(&self.held)
    }

    fn on_new_facts(&mut self, facts: &Json) -> Result<usize, Trouble> {
        self.count(&context(&self.env, facts)?)
    }
}

fn context(env: &Arc<Env>, facts: &Json) -> Result<Context<'static, 'static>, Trouble> {
    let mut context = Context::with_env(Arc::clone(env));
    for root in ["session", "profile"] {
        context.add_variable_from_value(root, cel::to_value(&facts[root])?);
    }
    Ok(context)
}
